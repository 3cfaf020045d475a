import * as v from 'valibot';
import { answerText, questionsOf } from '#areas/forms';
import { filesOf } from '#server/files';
import { namesOf } from '#server/identity';
import { lettersForStaff } from '#server/mail';
import { staff, useCase, type Context } from '#server/use-case';
import { Narrowing, type Chosen } from '../expression-list.schema.ts';
import { caseOf, type CaseOfOne } from '../caseload/server/case-views.ts';
import { InCall } from '../expression-desk.schema.ts';
import { listFormerAnswers } from './answer.sql.ts';
import { listArrangers } from './arranger.sql.ts';
import { findDraft } from './call-desk.sql.ts';
import { ownerOf } from './expression-files.ts';
import { listEvents, listTimeGiven, type Event } from './expression-history.sql.ts';
import { asideFor, type AsideView } from '../spam/server/aside.ts';
import { findNeighbours, type Neighbours } from './expression-list.sql.ts';
import { partOf } from './list-part.ts';
import { accessEnds, expressionFor, type ExpressionView } from './expression-views.ts';
import { findExpression } from './expression.sql.ts';
import { notesFor, type NoteView } from './note-views.ts';
import { listNotes } from './note.sql.ts';
import { readerOf, readWhole, type Whole } from './whole.ts';

/** What staff open from the list. */
export async function inCall({ db, actor }: Context, { slug, reference }: v.InferOutput<typeof InCall>) {
	const expression = await findExpression(db, actor, reference);
	const call = expression && (await findDraft(db, slug));
	return call && expression.call === call.id ? { expression } : undefined;
}

/** The same, of what was sent: nobody's draft, and nothing that somebody is typing up. */
export async function sentIn(context: Context, input: v.InferOutput<typeof InCall>) {
	const held = await inCall(context, input);
	return held?.expression.submittedAt ? held : undefined;
}

/** What an answer said before it was changed. Of the oldest, that is what was sent. */
export type Before = { text: string[]; until: Date };
export type Happening = { at: Date; what: string; who: string | null };
export type ReadExpression = {
	expression: ExpressionView;
	chosen: Chosen;
	/** Where it stands in the list that somebody came from. Null: it is not in it. */
	place: Neighbours | null;
	/** Access needs: to whom they are shown, and the last moment at which they are to this reader. */
	access: { isShown: boolean; arrangers: string[]; until: Date | null };
	before: Record<string, Before[]>;
	files: Awaited<ReturnType<typeof filesOf>>;
	timeGiven: { until: Date; givenAt: Date; why: string; who: string | null }[];
	typedUpBy: string | null;
	/** Who reads is the one who types it up; nobody else sees it yet. */
	isTyping: boolean;
	history: Happening[];
	/** What is unusual about it, and whether it was set aside. */
	aside: AsideView;
	letters: Awaited<ReturnType<typeof lettersForStaff>>;
	notes: NoteView[];
	/** Tags and who looks after it; null while it is being typed up. */
	case: CaseOfOne | null;
};

/** Staff read one expression, with everything that they may know of it. */
export const readExpression = useCase('programmes.readExpression', {
	input: v.object({ ...InCall.entries, ...Narrowing }),
	on: inCall,
	may: staff,
	async run(context, input, { expression: row }): Promise<ReadExpression> {
		const { slug: _, reference: __, ...chosen } = input;
		const { db, actor, now } = context;
		const whole = await readWhole(context, row);
		const expression = expressionFor(await readerOf(context, row), whole, now);
		const part = await partOf(context, whole.call, chosen);
		const beside = await besideOf(context, whole);
		return {
			expression,
			chosen,
			place: (await findNeighbours(db, actor, part, row.id)) ?? null,
			access: await accessOf(context, whole, expression),
			before: await beforeOf(context, whole, expression),
			files: await filesOf(context, ownerOf(whole)),
			letters: await lettersForStaff(context, ownerOf(whole)),
			isTyping: row.submittedAt === null,
			aside: await asideFor(context, whole),
			case: row.submittedAt ? await caseOf(context, row.call, row.id) : null,
			...beside
		};
	}
});

/** What staff did beside it, each with a name. */
async function besideOf(context: Context, { expression: { id, enteredBy } }: Whole) {
	const { db, actor } = context;
	const events = await listEvents(db, id);
	const given = await listTimeGiven(db, id);
	const notes = await listNotes(db, actor, id);
	const people = [enteredBy, ...events.map(({ person }) => person), ...given.map(({ givenBy }) => givenBy)];
	const ids = [...people.filter((one) => one !== null), ...notes.map(({ author }) => author)];
	const names = await namesOf(context, ids);
	const nameOf = (person: string | null) => (person === null ? null : (names.get(person) ?? null));
	return {
		timeGiven: given.map(({ givenBy, ...one }) => ({ ...one, who: nameOf(givenBy) })),
		typedUpBy: nameOf(enteredBy),
		history: events.map((event) => happened(event, nameOf)),
		notes: notesFor(actor, notes, nameOf)
	};
}

function happened({ at, name, person }: Event, nameOf: (id: string | null) => string | null): Happening {
	return { at, what: name, who: nameOf(person) };
}

async function accessOf({ db, now }: Context, whole: Whole, view: ExpressionView) {
	const isShown = answersOf(view).some(({ key }) => key === 'access');
	const ends = accessEnds(whole);
	return {
		isShown,
		arrangers: await listArrangers(db, whole.call.id, now),
		until: isShown && ends.getTime() < 8.64e15 ? new Date(ends.getTime() - 1) : null
	};
}

/** Of questions whose answers this reader sees, and of no others. */
async function beforeOf({ db }: Context, { expression, form }: Whole, view: ExpressionView) {
	const seen = new Set(answersOf(view).map(({ key }) => key));
	const questions = new Map(questionsOf(form).map((question) => [question.key, question]));
	const former = await listFormerAnswers(db, expression.id);
	const shown = former.filter(({ question }) => seen.has(question) && questions.has(question));
	const before = Map.groupBy(shown, ({ question }) => question);
	return Object.fromEntries(
		[...before].map(([key, all]) => [
			key,
			all.map(({ value, until }) => ({ text: answerText(questions.get(key)!, value), until }))
		])
	);
}

function answersOf({ sections }: ExpressionView) {
	return sections.flatMap(({ answers }) => answers);
}
