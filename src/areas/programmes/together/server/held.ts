import { questionsOf, say } from '#areas/forms';
import type { Context } from '#server/use-case';
import type { Whole } from '../../server/whole.ts';
import type { Power } from '../together.ts';
import { listComments } from './comment.sql.ts';
import { countEarlier } from './earlier.sql.ts';
import { listPeople } from './person.sql.ts';
import { coOf } from './who.ts';

/** Null: it is one person's alone. */
export type TogetherHeld = {
	people: { name: string; may: Power; since: Date; isOn: boolean }[];
	/** Their own: what the others wrote is the others'. */
	comments: { question: string; words: string; at: Date }[];
	/** How many earlier texts of answers are kept. */
	earlier: number;
} | null;

/** What is held beside the answers when several people write them. Of whoever never said yes, nothing. */
export async function togetherHeld({ db, actor }: Context, whole: Whole): Promise<TogetherHeld> {
	const people = await listPeople(db, whole.expression.id);
	if (!people.length) return null;
	const labels = new Map(questionsOf(whole.form).map(({ key, label }) => [key, say(label)]));
	const comments = await listComments(db, whole.expression.id, [...labels.keys()]);
	const counts = await countEarlier(db, whole.expression.id);
	return {
		people: people
			.filter(({ acceptedAt }) => acceptedAt)
			.map(({ name, may, invitedAt, endedAt }) => ({ name, may, since: invitedAt, isOn: endedAt === null })),
		comments: comments
			.filter(({ writer }) => writer === coOf(actor))
			.map(({ question, words, writtenAt }) => ({ question: labels.get(question)!, words, at: writtenAt })),
		earlier: Object.values(counts).reduce((sum, count) => sum + count, 0)
	};
}
