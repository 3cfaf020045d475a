import { placeOf, say, type Question } from '#areas/forms';
import type { Context } from '#server/use-case';
import type { Whole } from '../../server/whole.ts';
import { isAtLeast, isPersonal, secondsOfPresence, secondsOfWriting } from '../together.ts';
import { listComments } from './comment.sql.ts';
import { countEarlier } from './earlier.sql.ts';
import { listLookers, markPresence, type PersonRow } from './person.sql.ts';

/** Null: "somebody". */
type Name = string | null;
/** Who else is on a page, and who changed what there. */
export type Here = {
	lookers: { name: Name; writes: boolean }[];
	changed: { key: string; name: Name; isYou: boolean; at: Date }[];
	now: Date;
};
export type Beside = Here & {
	earlier: { key: string; label: string; count: number }[];
	comments: { id: string; key: string; name: string; isYours: boolean; words: string; at: Date }[];
	/** On what this one may comment: the others read it, staff never. */
	mayComment: { key: string; label: string }[];
	zone: string;
};

/** What those who write together are shown beside a page: who looks, who changed what, what they say of it. */
export async function besideOf(
	context: Context,
	whole: Whole,
	person: PersonRow,
	page: string
): Promise<Beside> {
	const { db } = context;
	const shared = sharedOn(whole, page);
	const counts = await countEarlier(db, person.expression);
	const comments = await listComments(
		db,
		person.expression,
		shared.map(({ key }) => key)
	);
	const named = shared.map(({ key, label }) => ({ key, label: say(label) }));
	return {
		...(await hereOf(context, whole, person, page)),
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
		zone: whole.call.zone
	};
}

/** Who else looks at a page and who changed what on it; whoever asks is there too from now on, for a while. */
export async function hereOf(
	{ db, now }: Context,
	whole: Whole,
	person: PersonRow,
	page: string
): Promise<Here> {
	const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
	await markPresence(db, person, page, now);
	const lookers = await listLookers(db, person, page, ago(secondsOfPresence));
	const changed = sharedOn(whole, page).flatMap(({ key }) => {
		const wrote = whole.writers.wrote[key];
		return wrote ? [{ ...wrote, key, isYou: wrote.writer === person.id }] : [];
	});
	const writes = (id: string) =>
		changed.some(({ writer, at }) => writer === id && at > ago(secondsOfWriting));
	return {
		lookers: lookers.map(({ id, name }) => ({ name, writes: writes(id) })),
		changed: changed.map(({ key, name, isYou, at }) => ({ key, name, isYou, at })),
		now
	};
}

function sharedOn({ form }: Whole, page: string): readonly Question[] {
	return placeOf(form, page)!.page.questions.filter((one) => !isPersonal(one));
}
