import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { questionsOf, type Question } from '#areas/forms';
import { sentIn } from '../../server/expression-reading.ts';
import { expressionFor } from '../../server/expression-views.ts';
import { signed } from '../../server/signed.ts';
import { readWhole, type Whole } from '../../server/whole.ts';
import { InCall } from '../../expression-desk.schema.ts';
import { withoutNames } from '../blank.ts';
import { Redact, UndoRedaction } from '../panel.schema.ts';
import { namesIn } from './blanked.ts';
import { findCheck } from './checking.sql.ts';
import { listSeats } from './seat.sql.ts';
import { deleteRedaction, findRedactions, saveRedaction, type Redactions } from './redaction.sql.ts';

export type PassageView = {
	key: string;
	label: string;
	/** As it was answered, as the panel reads it without anybody's help, and as staff wrote it. */
	said: string;
	usual: string;
	words: string | null;
	/** The answer was changed since: the panel is shown nothing of it. */
	isOld: boolean;
	version: number;
	edition: number;
	isRecording: boolean;
};
export type RedactingView = {
	slug: string;
	reference: string;
	programme: string;
	passages: PassageView[];
	group: string | null;
	check: { isEligible: boolean; why: string | null } | null;
	/** Whom it can be kept from: everybody on the panel but whoever looks. */
	seats: { id: string; name: string }[];
};

/** What the panel will read of an application, text by text, for staff to take out what gives somebody away. */
export const showRedacting = useCase('programmes.showRedacting', {
	input: InCall,
	on: sentIn,
	may: staff,
	async run(context, { slug, reference }, { expression }): Promise<RedactingView> {
		const whole = await readWhole(context, expression);
		const redactions = await findRedactions(context.db, expression.id);
		const group = whole.answers['group']?.value;
		const check = await findCheck(context.db, expression.id);
		return {
			slug,
			reference,
			programme: whole.call.content.name,
			group: typeof group === 'string' ? group : null,
			check: check ? { isEligible: check.isEligible, why: check.why } : null,
			seats: await othersOn(context, whole.call.id),
			passages: passagesOf(whole, redactions, context.now)
		};
	}
});

async function othersOn(context: Context, call: string): Promise<RedactingView['seats']> {
	const { actor } = context;
	const seats = (await listSeats(context.db, call)).filter(
		({ person }) => actor.kind !== 'person' || person !== actor.id
	);
	const names = await namesOf(
		context,
		seats.map(({ person }) => person)
	);
	return seats.map(({ id, person }) => ({ id, name: names.get(person) ?? '' }));
}

function passagesOf(whole: Whole, redactions: Redactions, now: Date): PassageView[] {
	const all = expressionFor({ is: 'panel', names: true, redactions: new Map() }, whole, now, 'many');
	const names = namesIn(whole.answers, questionsOf(whole.form));
	const questions = new Map(questionsOf(whole.form).map((question) => [question.key, question]));
	return all.sections
		.flatMap(({ answers }) => answers)
		.filter(({ key, text, deleted }) => canBeBlanked(questions.get(key)!) && text.length > 0 && !deleted)
		.map(({ key, label, text, transcript }) => {
			const said = transcript?.words ?? text.join('\n');
			const made = redactions[key];
			const version = whole.answers[key]?.version ?? 0;
			return {
				key,
				label,
				said,
				usual: withoutNames(said, names),
				words: made?.words ?? null,
				isOld: made !== undefined && made.version !== version,
				version,
				edition: made?.edition ?? 0,
				isRecording: questions.get(key)!.kind === 'recording' || questions.get(key)!.kind === 'file'
			};
		});
}

/** Choices come from the form, and give nobody away. */
function canBeBlanked({ kind }: Pick<Question, 'kind'>): boolean {
	return (
		kind === 'long-text' ||
		kind === 'short-text' ||
		kind === 'recording' ||
		kind === 'file' ||
		kind === 'link'
	);
}

/** The copy that the panel reads from now on, in every phase and everywhere. */
export const redactAnswer = useCase('programmes.redactAnswer', {
	input: Redact,
	on: sentIn,
	may: staff,
	async run(context, { slug, reference, question, words, version, seen }, { expression }) {
		const { by, at } = signed(context);
		const whole = await readWhole(context, expression);
		const answer = whole.answers[question];
		const asked = questionsOf(whole.form).find(({ key }) => key === question);
		if (!answer || asked?.seenBy !== 'panel') throw new Problem('not-found');
		if (answer.version !== version) throw new Problem('answer-changed-meanwhile');
		const made = { expression: expression.id, question, version, words, seen, at, by };
		if (!(await saveRedaction(context.db, made))) throw new Problem('redaction-edited-meanwhile');
		await context.record('answer.redacted', { id: expression.id, call: expression.call, question });
		return { slug, reference };
	}
});

/** The panel reads the answer itself again. */
export const undoRedaction = useCase('programmes.undoRedaction', {
	input: UndoRedaction,
	on: sentIn,
	may: staff,
	async run(context, { slug, reference, question }, { expression }) {
		await deleteRedaction(context.db, expression.id, question);
		await context.record('answer.redaction-undone', { id: expression.id, call: expression.call, question });
		return { slug, reference };
	}
});
