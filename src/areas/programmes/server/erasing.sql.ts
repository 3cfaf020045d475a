import type { Db } from '#server/db';
import { deleteCard } from '../caseload/server/card.sql.ts';
import { forgetCase } from '../caseload/server/deed.sql.ts';

/** Leaves a husk for the counts: which call, in which week, sent or not, and why it went. Nothing leads to a person. */
export async function makeHusk(db: Db, id: string, why: string, at: Date): Promise<void> {
	await deleteCard(db, id);
	await forgetCase(db, id);
	await db`delete from programmes.answer where expression = ${id}`;
	await db`delete from programmes.former_answer where expression = ${id}`;
	await db`delete from programmes.transcript where expression = ${id}`;
	await db`delete from programmes.note where expression = ${id}`;
	await db`delete from programmes.extension where expression = ${id}`;
	await db`delete from programmes.reopening where expression = ${id}`;
	await db`delete from programmes.interview_invitation where expression = ${id}`;
	await db`delete from programmes.spam_mark where expression = ${id}`;
	await db`delete from programmes.merging where other = ${id} or stands = ${id}`;
	await db`delete from programmes.not_same where one = ${id} or two = ${id}`;
	await db`delete from programmes.conflict where expression = ${id}`;
	await db`delete from programmes.eligibility_check where expression = ${id}`;
	await db`delete from programmes.redaction where expression = ${id}`;
	await db`delete from programmes.reading where expression = ${id}`;
	await db`delete from programmes.review where expression = ${id}`;
	await db`delete from programmes.flag where expression = ${id}`;
	await db`delete from programmes.typist where expression = ${id}`;
	await db`delete from programmes.told where expression = ${id}`;
	await db`update programmes.submission set at = date_trunc('week', at, 'UTC') where expression = ${id}`;
	await db`update programmes.withdrawal set at = date_trunc('week', at, 'UTC') where expression = ${id}`;
	await db`
		update programmes.expression set
			reference = null, eligibility = null, entered_by = null,
			begun_at = date_trunc('week', begun_at, 'UTC'), changed_at = date_trunc('week', changed_at, 'UTC'),
			erased_at = ${at}, erased_why = ${why}
		where id = ${id}`;
}

/** What is left of it in our records: in which week, why, whether it had been sent, and how many. */
export type Erased = { week: string; why: string; sent: boolean; count: number };

export function countErased(db: Db, call: string): Promise<Erased[]> {
	return db<Erased[]>`
		select to_char(date_trunc('week', erased_at, 'UTC') at time zone 'UTC', 'YYYY-MM-DD') as week, erased_why as why,
			submission.at is not null as sent, count(*)::int as count
		from programmes.expression left join programmes.submission on submission.expression = expression.id
		where expression.call = ${call} and expression.erased_at is not null
		group by 1, 2, 3 order by 1 desc, 2, 3`;
}
