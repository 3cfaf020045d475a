import type { Db } from '#server/db';
import { daysBetween, turns } from '../reviewing.ts';

type Due = { today: string; campaign?: string };

/** Notes about somebody whose day has come and of which nobody was told lately, on boards at work. */
const due = (db: Db, { today, campaign }: Due) => db`
	select board.campaign, note.id as note, note.review_on, told.times + 1 as turn from boards.note
	join boards.board on board.id = note.board
	cross join lateral (
		select count(*)::int as times, max(told_on) as last from boards.review_reminder
		where review_reminder.note = note.id and review_reminder.review_on = note.review_on) as told
	where note.review_on <= ${today}::date and note.struck_at is null and board.put_away_at is null
		and told.times < ${turns} and (told.last is null or told.last + ${daysBetween}::int <= ${today}::date)
		${campaign ? db`and board.campaign = ${campaign}` : db``}`;

export async function listCampaignsDue(db: Db, today: string): Promise<string[]> {
	const rows = await db<{ campaign: string }[]>`
		select distinct campaign from (${due(db, { today })}) as due order by campaign`;
	return rows.map(({ campaign }) => campaign);
}

/** Whoever else writes for this campaign waits until this transaction ends. */
export async function lockReminding(db: Db, campaign: string): Promise<void> {
	await db`select pg_advisory_xact_lock(hashtextextended(${campaign}, 605))`;
}

export async function wasToldOn(db: Db, { today, campaign }: Required<Due>): Promise<boolean> {
	const rows = await db`
		select 1 from boards.review_reminder
		join boards.note on note.id = review_reminder.note
		join boards.board on board.id = note.board
		where board.campaign = ${campaign} and told_on = ${today}::date limit 1`;
	return rows.length > 0;
}

/** False: there is nothing left to tell. */
export async function insertReminders(db: Db, { today, campaign }: Required<Due>): Promise<boolean> {
	const rows = await db`
		insert into boards.review_reminder (note, review_on, turn, told_on)
		select note, review_on, turn, ${today}::date from (${due(db, { today, campaign })}) as due returning 1`;
	return rows.length > 0;
}

export type BoardToReview = { number: number; name: string; count: number; isAgain: boolean };

/** What was told on a day and nobody has looked at since, by board. */
export function listTold(db: Db, campaign: string, day: string): Promise<BoardToReview[]> {
	return db<BoardToReview[]>`
		select board.number, board.name, count(*)::int as count, bool_or(turn = 2) as is_again from boards.review_reminder
		join boards.note on note.id = review_reminder.note and note.review_on = review_reminder.review_on
		join boards.board on board.id = note.board
		where board.campaign = ${campaign} and told_on = ${day}::date
			and note.struck_at is null and board.put_away_at is null
		group by board.number, board.name order by board.number`;
}
