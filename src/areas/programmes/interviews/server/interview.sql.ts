import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { expressionTables, groupOf, visibleTo } from '../../server/expression.sql.ts';
import type { Way } from '../interviews.ts';

export type SlotRow = {
	id: string;
	call: string;
	at: Date;
	minutes: number;
	how: Way;
	place: string;
	link: string;
	sequence: number;
	withdrawnAt: Date | null;
	/** The invitation that has it. */
	invitation: string | null;
};

export type InvitationRow = {
	id: string;
	expression: string;
	words: string;
	until: Date;
	invitedAt: Date;
	zone: string | null;
	needs: string | null;
	sequence: number;
	declinedAt: Date | null;
	declinedWhy: string | null;
	withdrawnAt: Date | null;
	slot: string | null;
	slotAt: Date | null;
	chosenAt: Date | null;
};

type NewSlot = Pick<SlotRow, 'call' | 'at' | 'minutes' | 'how' | 'place' | 'link'> & {
	madeAt: Date;
	by: string;
};

export async function insertSlot(db: Db, slot: NewSlot): Promise<void> {
	const { call, at, minutes, how, place, link, madeAt, by } = slot;
	await db`
		insert into programmes.interview_slot (call, at, minutes, how, place, link, made_at, made_by)
		values (${call}, ${at}, ${minutes}, ${how}, ${place}, ${link}, ${madeAt}, ${by})`;
}

/** Every time that is offered for a call and was not withdrawn, in their order. */
export function listSlots(db: Db, call: string): Promise<SlotRow[]> {
	return db<SlotRow[]>`
		${slots(db)} where slot.call = ${call} and slot.withdrawn_at is null order by slot.at, slot.id`;
}

/** Every time that somebody once had, and nobody has now: calendars that have it take it out. */
export function listSlotsOff(db: Db, call: string): Promise<SlotRow[]> {
	return db<SlotRow[]>`
		${slots(db)} where slot.call = ${call} and slot.sequence > 0 and choice.invitation is null
		order by slot.at, slot.id`;
}

/** Held until the transaction ends: of two who choose it, the second waits, and then finds it taken. */
export async function lockSlot(db: Db, id: string): Promise<SlotRow | undefined> {
	await db`select 1 from programmes.interview_slot where id = ${id} for update`;
	return findSlot(db, id);
}

export async function findSlot(db: Db, id: string): Promise<SlotRow | undefined> {
	const [row] = await db<SlotRow[]>`${slots(db)} where slot.id = ${id}`;
	return row;
}

export async function withdrawSlotRow(db: Db, id: string, at: Date): Promise<void> {
	await db`update programmes.interview_slot set withdrawn_at = ${at} where id = ${id}`;
}

type NewInvitation = { expression: string; words: string; until: Date; at: Date; by: string };

/** Invites, or invites anew: what was declined or withdrawn is over then, and a time that was chosen stays. */
export async function saveInvitation(
	db: Db,
	{ expression, words, until, at, by }: NewInvitation
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.interview_invitation (expression, words, until, invited_at, invited_by)
		values (${expression}, ${words}, ${until}, ${at}, ${by})
		on conflict on constraint one_interview_one_expression do update
		set words = excluded.words, until = excluded.until, invited_at = excluded.invited_at,
			invited_by = excluded.invited_by, declined_at = null, declined_why = null, withdrawn_at = null
		returning id`;
	return row!.id;
}

export async function findInvitationOf(db: Db, expression: string): Promise<InvitationRow | undefined> {
	const [row] = await db<InvitationRow[]>`${invitations(db)} where invitation.expression = ${expression}`;
	return row;
}

export async function findInvitation(db: Db, id: string): Promise<InvitationRow | undefined> {
	const [row] = await db<InvitationRow[]>`${invitations(db)} where invitation.id = ${id}`;
	return row;
}

/** Whom to remind: everybody invited whose answer or time is still to come. */
export function listInvitationsToRemind(db: Db, now: Date): Promise<InvitationRow[]> {
	return db<InvitationRow[]>`
		${invitations(db)} where invitation.withdrawn_at is null
			and (slot.at > ${now} or (slot.at is null and invitation.declined_at is null and invitation.until > ${now}))
		order by invitation.id`;
}

export type Invited = InvitationRow & { reference: string; name: string | null };

/** Everybody of a call who was invited, of those that the actor may see. */
export function listInvited(db: Db, actor: Actor, call: string): Promise<Invited[]> {
	return db<Invited[]>`
		select invited.*, expression.reference, ${groupOf(db)} as name
		${expressionTables(db)}
		join (${invitations(db)}) invited on invited.expression = expression.id
		where expression.call = ${call} and ${visibleTo(db, actor)}
		order by invited.slot_at nulls last, expression.reference`;
}

export async function insertChoice(
	db: Db,
	{ invitation, slot, at }: { invitation: string; slot: string; at: Date }
): Promise<void> {
	await db`
		insert into programmes.interview_choice (invitation, slot, chosen_at) values (${invitation}, ${slot}, ${at})`;
	await db`update programmes.interview_slot set sequence = sequence + 1 where id = ${slot}`;
}

/** The time that was chosen is free again. */
export async function endChoice(db: Db, invitation: string, at: Date): Promise<void> {
	await db`
		with ended as (
			update programmes.interview_choice set ended_at = ${at}
			where invitation = ${invitation} and ended_at is null returning slot)
		update programmes.interview_slot set sequence = sequence + 1 from ended where interview_slot.id = ended.slot`;
}

/** Calendars that have it learn of a change by the rising number. */
export async function changeInvitation(
	db: Db,
	id: string,
	{
		zone,
		needs,
		declinedAt,
		declinedWhy,
		withdrawnAt
	}: Pick<InvitationRow, 'zone' | 'needs' | 'declinedAt' | 'declinedWhy' | 'withdrawnAt'>
): Promise<void> {
	await db`
		update programmes.interview_invitation
		set zone = ${zone}, needs = ${needs}, declined_at = ${declinedAt}, declined_why = ${declinedWhy},
			withdrawn_at = ${withdrawnAt}, sequence = sequence + 1
		where id = ${id}`;
}

/** Whether a time was ever chosen, so that a calendar may have it. */
export async function wasChosen(
	db: Db,
	invitation: string
): Promise<{ at: Date; minutes: number } | undefined> {
	const [row] = await db<{ at: Date; minutes: number }[]>`
		select slot.at, slot.minutes from programmes.interview_choice choice
		join programmes.interview_slot slot on slot.id = choice.slot
		where choice.invitation = ${invitation} order by choice.ended_at is not null, choice.chosen_at desc limit 1`;
	return row;
}

export type NoteRow = { author: string; words: string; edition: number; changedAt: Date };

export function listInterviewNotes(db: Db, invitation: string): Promise<NoteRow[]> {
	return db<NoteRow[]>`
		select author, words, edition, changed_at from programmes.interview_note
		where invitation = ${invitation} order by changed_at, author`;
}

export async function saveInterviewNote(
	db: Db,
	{ invitation, author, words, at }: { invitation: string; author: string; words: string; at: Date }
): Promise<void> {
	await db`
		insert into programmes.interview_note (invitation, author, words, changed_at)
		values (${invitation}, ${author}, ${words}, ${at})
		on conflict (invitation, author) do update
		set words = excluded.words, changed_at = excluded.changed_at, edition = interview_note.edition + 1`;
}

function slots(db: Db) {
	return db`
		select slot.*, choice.invitation from programmes.interview_slot slot
		left join programmes.interview_choice choice on choice.slot = slot.id and choice.ended_at is null`;
}

function invitations(db: Db) {
	return db`
		select invitation.*, slot.id as slot, slot.at as slot_at, choice.chosen_at
		from programmes.interview_invitation invitation
		left join programmes.interview_choice choice on choice.invitation = invitation.id and choice.ended_at is null
		left join programmes.interview_slot slot on slot.id = choice.slot`;
}
