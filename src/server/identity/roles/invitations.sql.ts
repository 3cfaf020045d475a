import type { Db } from '#server/db';
import type { Role } from '#shared/actor';

export type NewInvitation = {
	email: string;
	role: Role;
	until: Date | null;
	locale: string;
	by: string | null;
};
export type Invitation = {
	id: string;
	email: string;
	role: Role;
	until: Date | null;
	locale: string;
	invitedBy: string | null;
};

export async function insertInvitation(db: Db, invitation: NewInvitation, at: Date): Promise<string> {
	const { email, role, until, locale, by } = invitation;
	const [row] = await db<{ id: string }[]>`
		insert into identity.invitation (email, role, until, locale, invited_at, invited_by)
		values (${email}, ${role}, ${until}, ${locale}, ${at}, ${by})
		returning id`;
	return row!.id;
}

/** Open: neither accepted nor withdrawn. Whether its link is still good is asked where it is used. */
function isOpen(db: Db) {
	return db`(accepted_at is null and withdrawn_at is null)`;
}

export async function findOpenInvitation(db: Db, id: string): Promise<Invitation | undefined> {
	const [row] = await db<Invitation[]>`
		select id, email, role, until, locale, invited_by from identity.invitation
		where id = ${id} and ${isOpen(db)}`;
	return row;
}

export async function keepInvitationLink(db: Db, id: string, verifier: Buffer, at: Date): Promise<boolean> {
	const { count } = await db`
		update identity.invitation set verifier = ${verifier}, minted_at = ${at}
		where id = ${id} and ${isOpen(db)}`;
	return count === 1;
}

type Link = { verifier: Buffer; now: Date; mintedSince: Date };

/** A link is good as long as the invitation is open, it is not too old, and the role would not be over already. */
function isGood(db: Db, { verifier, now, mintedSince }: Link) {
	return db`(verifier = ${verifier} and ${isOpen(db)} and minted_at > ${mintedSince} and (until is null or until > ${now}))`;
}

export async function findByLink(db: Db, link: Link): Promise<Invitation | undefined> {
	const [row] = await db<Invitation[]>`
		select id, email, role, until, locale, invited_by from identity.invitation where ${isGood(db, link)}`;
	return row;
}

/** Once: of two that press at the same moment, the second finds it accepted. */
export async function accept(db: Db, link: Link): Promise<Invitation | undefined> {
	const [row] = await db<Invitation[]>`
		update identity.invitation set accepted_at = ${link.now} where ${isGood(db, link)}
		returning id, email, role, until, locale, invited_by`;
	return row;
}

export async function keepAccepter(db: Db, id: string, person: string): Promise<void> {
	await db`update identity.invitation set accepted_by = ${person} where id = ${id}`;
}

export async function withdrawOpen(
	db: Db,
	{ email, role, by, at }: { email: string; role: Role; by: string | null; at: Date }
): Promise<void> {
	await db`
		update identity.invitation set withdrawn_at = ${at}, withdrawn_by = ${by}
		where lower(email) = lower(${email}) and role = ${role} and ${isOpen(db)}`;
}

export async function withdraw(db: Db, id: string, by: string | null, at: Date): Promise<boolean> {
	const { count } = await db`
		update identity.invitation set withdrawn_at = ${at}, withdrawn_by = ${by}
		where id = ${id} and ${isOpen(db)}`;
	return count === 1;
}

export type OpenInvitation = {
	id: string;
	email: string;
	role: Role;
	until: Date | null;
	invitedAt: Date;
	invitedBy: string | null;
	isLapsed: boolean;
};

export async function openInvitations(db: Db, mintedSince: Date): Promise<OpenInvitation[]> {
	return db<OpenInvitation[]>`
		select invitation.id, invitation.email, invitation.role, invitation.until, invitation.invited_at,
			person.name as invited_by, coalesce(invitation.minted_at <= ${mintedSince}, false) as is_lapsed
		from identity.invitation left join identity.person on person.id = invitation.invited_by
		where ${isOpen(db)} order by invitation.invited_at desc, invitation.id`;
}

/** What the letter says. */
export async function findInvited(
	db: Db,
	id: string
): Promise<{ by: string | null; role: Role; until: Date | null } | undefined> {
	const [row] = await db<{ by: string | null; role: Role; until: Date | null }[]>`
		select person.name as by, invitation.role, invitation.until
		from identity.invitation left join identity.person on person.id = invitation.invited_by
		where invitation.id = ${id} and ${isOpen(db)}`;
	return row;
}
