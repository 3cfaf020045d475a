import type { Db } from '#server/db';
import type { Details } from '#server/use-case';
import type { Wording } from './compose.ts';
import type { Outcome } from './post.ts';

export type Claimed = {
	id: string;
	address: string;
	template: string;
	locale: string;
	details: Details;
	/** Of this try; `since`: how many came before staff last asked for it again. */
	number: number;
	since: number;
	askedAt: Date;
};

/** Claims are made one after the other, in all processes: so the count of the last minute is true. */
export async function takeTurn(db: Db): Promise<void> {
	await db`select pg_advisory_xact_lock(7252276)`;
}

export async function countSince(db: Db, since: Date): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(*)::int as count from mail.attempt
		where began_at > ${since} and outcome is distinct from 'shown' and outcome is distinct from 'dropped'`;
	return row!.count;
}

/** Was the last that we heard of the post office that it does not answer, and was that so lately? */
export async function isAway(db: Db, since: Date): Promise<boolean> {
	const [row] = await db<{ reason: string | null }[]>`
		select reason from mail.attempt where ended_at > ${since} and outcome not in ('shown', 'dropped')
		order by ended_at desc limit 1`;
	return row?.reason?.startsWith('away') ?? false;
}

type Due = { letter: string | null; urgentOnly: boolean; now: Date; lostBefore: Date };

/** The next letter that may go: urgent ones first, then as they came. Locked, so that nobody else takes it. */
export async function nextDue(db: Db, due: Due): Promise<Claimed | undefined> {
	const [row] = await db<Claimed[]>`
		select letter.id, letter.address, letter.template, letter.locale, letter.details,
			standing.attempts + 1 as number, coalesce(again.after, 0) as since, coalesce(again.at, letter.queued_at) as asked_at
		from mail.letter
		join mail.standing on standing.id = letter.id
		left join lateral (
			select after, at from mail.again where again.letter = letter.id order by after desc limit 1
		) as again on true
		where letter.forgotten_at is null
			and (letter.id = ${due.letter} or ${due.letter}::uuid is null)
			and (letter.urgent or not ${due.urgentOnly})
			and (
				standing.state = 'waiting'
				or (standing.state = 'later' and standing.again_at <= ${due.now})
				or (standing.state = 'sending' and standing.began_at < ${due.lostBefore})
			)
		order by letter.urgent desc, letter.queued_at, letter.id
		limit 1
		for update of letter skip locked`;
	return row;
}

/** Before the post office is called, so that a crash leaves a trace. A try that was interrupted is closed as such. */
export async function beginAttempt(db: Db, { id, number }: Claimed, now: Date): Promise<void> {
	await db`
		update mail.attempt set ended_at = ${now}, outcome = 'later', again_at = ${now}, reason = 'interrupted'
		where letter = ${id} and ended_at is null`;
	await db`insert into mail.attempt (letter, number, began_at) values (${id}, ${number}, ${now})`;
}

export async function endAttempt(db: Db, { id, number }: Claimed, outcome: Outcome): Promise<void> {
	await db`
		update mail.attempt
		set ended_at = ${outcome.at}, outcome = ${outcome.outcome}, again_at = ${outcome.againAt ?? null},
			reason = ${outcome.reason ?? null}, words = ${outcome.words ?? null}
		where letter = ${id} and number = ${number} and ended_at is null`;
}

export async function keepCopy(
	db: Db,
	letter: string,
	{ subject, text, html }: Wording,
	at: Date
): Promise<void> {
	await db`
		insert into mail.copy (letter, at, subject, text, html) values (${letter}, ${at}, ${subject}, ${text}, ${html})
		on conflict (letter) do update set at = excluded.at, subject = excluded.subject, text = excluded.text, html = excluded.html`;
}
