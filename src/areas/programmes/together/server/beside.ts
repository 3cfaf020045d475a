import { placeOf, say } from '#areas/forms';
import type { Context } from '#server/use-case';
import type { Whole } from '../../server/whole.ts';
import { isAtLeast, isPersonal, secondsOfPresence } from '../together.ts';
import { listComments } from './comment.sql.ts';
import { countEarlier } from './earlier.sql.ts';
import { listLookers, markPresence, type PersonRow } from './person.sql.ts';

/** Null: "somebody". */
type Name = string | null;
export type Beside = {
	lookers: Name[];
	changed: { key: string; name: Name; isYou: boolean; at: Date }[];
	earlier: { key: string; label: string; count: number }[];
	comments: { id: string; key: string; name: string; isYours: boolean; words: string; at: Date }[];
	/** On what this one may comment: the others read it, staff never. */
	mayComment: { key: string; label: string }[];
	now: Date;
	zone: string;
};

/** What those who write together are shown beside a page: who looks, who changed what, what they say of it. */
export async function besideOf(
	context: Context,
	whole: Whole,
	person: PersonRow,
	page: string
): Promise<Beside> {
	const { db, now } = context;
	const shared = placeOf(whole.form, page)!.page.questions.filter((one) => !isPersonal(one));
	const keys = shared.map(({ key }) => key);
	await markPresence(db, person, page, now);
	const counts = await countEarlier(db, person.expression);
	const comments = await listComments(db, person.expression, keys);
	const named = shared.map(({ key, label }) => ({ key, label: say(label) }));
	return {
		lookers: await listLookers(db, person, page, new Date(now.getTime() - secondsOfPresence * 1000)),
		changed: keys.flatMap((key) => {
			const wrote = whole.writers.wrote[key];
			return wrote ? [{ key, name: wrote.name, isYou: wrote.writer === person.id, at: wrote.at }] : [];
		}),
		earlier: named.flatMap((one) => (counts[one.key] ? [{ ...one, count: counts[one.key]! }] : [])),
		comments: comments.map(({ id, question: key, name, writer, words, writtenAt: at }) => ({
			id,
			key,
			name,
			isYours: writer === person.id,
			words,
			at
		})),
		mayComment: isAtLeast(person.may, 'comment') ? named : [],
		now,
		zone: whole.call.zone
	};
}
