import type { Db } from '#server/db';
import type { About } from './queue.ts';

/** Deletes who and what of letters, here and where other servers said it; the husk stays for the counts. */
export async function forgetAbout(db: Db, { kind, id }: About, now: Date): Promise<void> {
	const rows = await db<{ id: string }[]>`
		select id from mail.letter where about_kind = ${kind} and about_id = ${id} and forgotten_at is null for update`;
	await empty(db, rows.map((row) => row.id), now); // prettier-ignore
}

/** Those that were queued before then, and of which nothing was heard since `quiet`. A batch at a time. */
export async function forgetBefore(db: Db, before: Date, quiet: Date, now: Date): Promise<number> {
	const rows = await db<{ id: string }[]>`
		select id from mail.letter
		where forgotten_at is null and queued_at < ${before}
			and not exists (select from mail.attempt where attempt.letter = letter.id and began_at > ${quiet})
			and not exists (select from mail.again where again.letter = letter.id and at > ${quiet})
		limit 1000 for update skip locked`;
	await empty(db, rows.map((row) => row.id), now); // prettier-ignore
	return rows.length;
}

async function empty(db: Db, letters: string[], now: Date): Promise<void> {
	await db`delete from mail.copy where letter = any(${letters}::uuid[])`;
	await db`update mail.attempt set words = null where letter = any(${letters}::uuid[])`;
	await db`update mail.bounce set words = null where letter = any(${letters}::uuid[])`;
	await db`
		update mail.letter set address = null, details = '{}', about_kind = null, about_id = null, forgotten_at = ${now}
		where id = any(${letters}::uuid[])`;
}
