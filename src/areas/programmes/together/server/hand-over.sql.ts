import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import type { HandOver } from '../hand-over.ts';
import { isKeptFromActor } from '../../panel/server/conflict.sql.ts';

/** Everything that was offered or asked, the newest first. */
export function listHandOvers(db: Db, expression: string): Promise<HandOver[]> {
	return db<HandOver[]>`
		select * from programmes.hand_over where expression = ${expression} order by began_at desc, id`;
}

export async function findHandOver(db: Db, id: string): Promise<HandOver | undefined> {
	const [row] = await db<HandOver[]>`select * from programmes.hand_over where id = ${id}`;
	return row;
}

type NewHandOver = Pick<HandOver, 'expression' | 'person' | 'asked' | 'leadThen' | 'beganAt' | 'endsAt'>;

export async function insertHandOver(db: Db, hand: NewHandOver): Promise<string> {
	const { expression, person, asked, leadThen, beganAt, endsAt } = hand;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.hand_over (expression, person, asked, lead_then, began_at, ends_at)
		values (${expression}, ${person}, ${asked}, ${leadThen}, ${beganAt}, ${endsAt}) returning id`;
	return row!.id;
}

export type Ended = {
	how: NonNullable<HandOver['endedHow']>;
	at: Date;
	why?: string;
	by?: string;
	leadBefore?: string;
};

export async function endHandOver(db: Db, id: string, ended: Ended): Promise<void> {
	const { how, at, why = null, by = null, leadBefore = null } = ended;
	await db`
		update programmes.hand_over
		set ended_at = ${at}, ended_how = ${how}, why = ${why}, decided_by = ${by}, lead_before = ${leadBefore}
		where id = ${id} and ended_at is null`;
}

/** Somebody is off it, or may no longer edit: what they asked or were offered is over. */
export async function endHandOversOf(db: Db, person: string, at: Date): Promise<void> {
	await db`
		update programmes.hand_over set ended_at = ${at}, ended_how = 'over'
		where person = ${person} and ended_at is null`;
}

/** Asks on which staff can decide now, of calls that are not put away; as many as `listTakeOverRows` shows waiting. */
export function countTakeOvers(
	db: Db,
	actor: Actor,
	now: Date
): Promise<{ slug: string; name: string; asks: number }[]> {
	return db<{ slug: string; name: string; asks: number }[]>`
		select programme.slug, call.content ->> 'name' as name, count(*)::int as asks
		from programmes.hand_over
		join programmes.expression on expression.id = hand_over.expression and expression.erased_at is null
		join programmes.co_applicant person on person.id = hand_over.person
		join programmes.call on call.id = expression.call
		join programmes.programme on programme.id = call.programme
		where hand_over.asked and hand_over.ended_at is null and hand_over.ends_at <= ${now}
			and not exists (select from programmes.withdrawal where withdrawal.expression = expression.id)
			and not ${isKeptFromActor(db, actor)}
			and not exists (select from programmes.archival where archival.call = call.id and archival.restored_at is null)
		group by 1, 2 order by 2, 1`;
}

export type TakeOverRow = HandOver & {
	/** Null: not sent yet. */
	reference: string | null;
	name: string;
	lead: string;
	why: string | null;
	decidedBy: string | null;
};

/** Asks on which staff of a call can decide, and those on which they did. Nothing that was withdrawn or erased, or that a conflict keeps from them. */
export function listTakeOverRows(db: Db, actor: Actor, call: string, now: Date): Promise<TakeOverRow[]> {
	return db<TakeOverRow[]>`
		select hand_over.*, person.name, coalesce(lead.name, '') as lead,
			case when submission.at is not null then expression.reference end as reference
		from programmes.hand_over
		join programmes.expression on expression.id = hand_over.expression and expression.erased_at is null
		left join programmes.submission on submission.expression = expression.id
		join programmes.co_applicant person on person.id = hand_over.person
		left join programmes.co_applicant lead on lead.expression = expression.id and lead.may = 'lead' and lead.ended_at is null
		where expression.call = ${call} and hand_over.asked and not ${isKeptFromActor(db, actor)}
			and (hand_over.decided_by is not null or (hand_over.ended_at is null and hand_over.ends_at <= ${now}))
			and not exists (select from programmes.withdrawal where withdrawal.expression = expression.id)
		order by hand_over.began_at, hand_over.id`;
}

/** Of which the lead's days have passed. */
export function listUnanswered(db: Db, now: Date): Promise<HandOver[]> {
	return db<HandOver[]>`
		select * from programmes.hand_over where asked and ended_at is null and ends_at <= ${now}
		order by ends_at, id`;
}
