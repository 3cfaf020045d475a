import { answerText, questionsOf, say } from '#areas/forms';
import { filesOf } from '#server/files';
import { lettersAbout } from '#server/mail';
import { useCase } from '#server/use-case';
import { ByReference } from '../expression.schema.ts';
import { listFormerAnswers, type FormerAnswer } from './answer.sql.ts';
import { ownerOf } from './expression-files.ts';
import { holder, holding } from './expression-policy.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { listExtensions, listHappenings, type GivenTime, type Happening } from './holdings.sql.ts';
import { togetherHeld, type TogetherHeld } from '../together/server/held.ts';
import { heldOutcome, type HeldOutcome } from '../release/server/held.ts';
import { coOf } from '../together/server/who.ts';
import { countWaysIn } from './return-code.sql.ts';
import { asApplicant, readWhole, type Whole } from './whole.ts';

export type Former = { question: string; text: string[]; until: Date };
export type Holdings = {
	expression: ExpressionView;
	language: string;
	equalityAsked: boolean;
	former: Former[];
	extensions: Omit<GivenTime, 'givenBy'>[];
	happenings: Happening[];
	letters: Awaited<ReturnType<typeof lettersAbout>>;
	files: { id: string; name: string; kind: string; size: number; storedAt: Date }[];
	waysIn: { codes: number; devices: number };
	together: TogetherHeld;
	/** What they were told of the decision, and what they answered. */
	outcome: HeldOutcome | null;
	/** Whom to ask for what is held beside it: notes of staff, if there are any. '' when the host has not said. */
	contact: string;
};

/** Everything that is held about an applicant, for whoever holds their application: to read, and to take along. */
export const showHoldings = useCase('programmes.showHoldings', {
	input: ByReference,
	on: holding,
	may: holder,
	async run(context, _, { expression }) {
		const { db, now } = context;
		const whole = await readWhole(context, expression);
		const owner = ownerOf(whole);
		return {
			expression: expressionFor(asApplicant(context), whole, now),
			language: expression.locale,
			equalityAsked: expression.equalityAsked,
			former: formerOf(whole, await listFormerAnswers(db, expression.id)),
			extensions: (await listExtensions(db, expression.id)).map(({ until, givenAt, why }) => ({
				until,
				givenAt,
				why
			})),
			happenings: await listHappenings(db, expression.id),
			letters: await lettersAbout(context, owner),
			files: (await filesOf(context, owner)).map(({ id, name, kind, size, storedAt }) => ({
				id,
				name,
				kind,
				size,
				storedAt
			})),
			waysIn: await countWaysIn(db, { expression: expression.id, co: coOf(context.actor) }, now),
			together: await togetherHeld(context, whole),
			outcome: await heldOutcome(context, expression.id),
			contact: contactOf(whole)
		} satisfies Holdings;
	}
});

function contactOf({ call: { content } }: Whole): string {
	return [content.contact.name, content.contact.email].filter(Boolean).join(', ');
}

function formerOf({ form }: Whole, former: FormerAnswer[]): Former[] {
	const questions = new Map(questionsOf(form).map((question) => [question.key, question]));
	return former.flatMap(({ question: key, value, until }) => {
		const question = questions.get(key);
		return question ? [{ question: say(question.label), text: answerText(question, value), until }] : [];
	});
}
