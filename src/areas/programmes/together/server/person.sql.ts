import type { Db } from '#server/db';
import type { Power } from '../together.ts';

export type PersonRow = {
	id: string;
	expression: string;
	name: string;
	email: string | null;
	locale: string;
	may: Power;
	asSomebody: boolean;
	invitedAt: Date;
	lapsesAt: Date | null;
	acceptedAt: Date | null;
	endedAt: Date | null;
	/** Whose list the address stands in. Null: they began it. */
	invitedBy: string | null;
	endedHow: 'declined' | 'taken-off' | 'left' | null;
};

/** Everybody of an application, those who have gone too: what they wrote keeps their name. The lead comes first. */
export function listPeople(db: Db, expression: string): Promise<PersonRow[]> {
	return db<PersonRow[]>`
		select * from programmes.co_applicant where expression = ${expression}
		order by (may = 'lead') desc, invited_at, name, id`;
}

export async function findPerson(db: Db, id: string): Promise<PersonRow | undefined> {
	const [row] = await db<PersonRow[]>`select * from programmes.co_applicant where id = ${id}`;
	return row;
}

/** Who somebody is on this application, if they are on it now; and whether it is anybody's but one person's. */
export async function findStanding(
	db: Db,
	expression: string,
	id: string | null
): Promise<{ person: PersonRow | undefined; isShared: boolean }> {
	const people = await listPeople(db, expression);
	const person = people.find((one) => one.id === id && one.acceptedAt && !one.endedAt);
	return { person, isShared: people.length > 0 };
}

type NewPerson = Pick<PersonRow, 'expression' | 'name' | 'email' | 'locale' | 'may' | 'lapsesAt'> & {
	at: Date;
	invitedBy?: string;
};

export async function insertPerson(db: Db, person: NewPerson): Promise<string> {
	const { expression, name, email, locale, may, lapsesAt, at } = person;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.co_applicant (expression, name, email, locale, may, invited_at, lapses_at, accepted_at, invited_by)
		values (${expression}, ${name}, ${email}, ${locale}, ${may}, ${at}, ${lapsesAt}, ${may === 'lead' ? at : null},
			${person.invitedBy ?? null})
		returning id`;
	return row!.id;
}

/** What one person did alone until now is theirs from now on: codes, browsers, answers. */
export async function becomeTheirs(db: Db, expression: string, person: string): Promise<void> {
	await db`update programmes.return_code set co = ${person} where expression = ${expression} and co is null`;
	await db`update programmes.device set co = ${person} where expression = ${expression} and co is null`;
	await db`update programmes.answer set writer = ${person} where expression = ${expression} and writer is null`;
}

export async function acceptPerson(db: Db, id: string, at: Date): Promise<void> {
	await db`
		update programmes.co_applicant set accepted_at = coalesce(accepted_at, ${at}) where id = ${id}`;
}

export async function changePower(db: Db, id: string, may: Power): Promise<void> {
	await db`update programmes.co_applicant set may = ${may} where id = ${id}`;
}

/** Where letters to one of them go. Not to an address at which another of them is written to. */
export async function writeAt(db: Db, { id, expression }: PersonRow, email: string | null): Promise<void> {
	await db`
		update programmes.co_applicant set email = ${email}
		where id = ${id} and ended_at is null and not exists (
			select from programmes.co_applicant other where other.expression = ${expression} and other.ended_at is null
				and other.id <> ${id} and lower(other.email) = lower(${email}))`;
}

/** What an answer meant before: of how somebody was reached who does not lead any more, nothing stays. */
export async function forgetFormer(
	db: Db,
	{ expression, question }: { expression: string; question: string }
): Promise<void> {
	await db`delete from programmes.former_answer where expression = ${expression} and question = ${question}`;
}

/** What somebody needs to take part concerns nobody once they are off it, and nobody else could change it. */
export async function forgetNeeds(db: Db, { id, expression }: PersonRow, questions: string[]): Promise<void> {
	await db`
		delete from programmes.former_answer using programmes.answer
		where former_answer.expression = ${expression} and former_answer.question = any(${questions})
			and answer.expression = ${expression} and answer.question = former_answer.question and answer.writer = ${id}`;
	await db`
		delete from programmes.answer
		where expression = ${expression} and question = any(${questions}) and writer = ${id}`;
	await db`
		delete from programmes.earlier_text
		where expression = ${expression} and question = any(${questions}) and writer = ${id}`;
}

export async function renewInvitation(db: Db, id: string, lapsesAt: Date): Promise<void> {
	await db`
		update programmes.co_applicant set lapses_at = ${lapsesAt} where id = ${id} and accepted_at is null`;
}

export async function showAsSomebody(db: Db, id: string, as: boolean): Promise<void> {
	await db`update programmes.co_applicant set as_somebody = ${as} where id = ${id}`;
}

/** They are off it at once: address, codes, browsers and presence go; the name stays beside what they wrote. */
export async function endPerson(
	db: Db,
	id: string,
	how: NonNullable<PersonRow['endedHow']>,
	at: Date
): Promise<void> {
	await deleteWaysOf(db, id);
	await db`delete from programmes.presence where person = ${id}`;
	await db`
		update programmes.co_applicant set ended_at = ${at}, ended_how = ${how}, email = null
		where id = ${id} and ended_at is null`;
}

/** An invitation nobody said yes to leaves nothing. */
export async function forgetPerson(db: Db, id: string): Promise<void> {
	await db`delete from programmes.co_applicant where id = ${id} and accepted_at is null`;
}

/** Codes and links; where it is open it stays open. */
export async function deleteLinksOf(db: Db, person: string): Promise<void> {
	await db`delete from programmes.return_code where co = ${person}`;
}

export async function deleteWaysOf(db: Db, person: string): Promise<void> {
	await db`delete from programmes.return_code where co = ${person}`;
	await db`delete from programmes.device where co = ${person}`;
}

/** Whom a link was sent to. Not when it lapsed before they said yes, or they are off it, or there is nothing left. */
export async function findByLink(
	db: Db,
	verifier: Buffer,
	now: Date
): Promise<(PersonRow & { reference: string }) | undefined> {
	const [row] = await db<(PersonRow & { reference: string })[]>`
		select co_applicant.*, expression.reference from programmes.return_code
		join programmes.co_applicant on co_applicant.id = return_code.co
		join programmes.expression on expression.id = co_applicant.expression
		where return_code.verifier = ${verifier} and expression.erased_at is null and co_applicant.ended_at is null
			and (co_applicant.accepted_at is not null or co_applicant.lapses_at > ${now})`;
	return row;
}

/** They look at this page; whoever has not looked for minutes is not remembered. */
export async function markPresence(db: Db, person: PersonRow, page: string, now: Date): Promise<void> {
	await db`delete from programmes.presence where seen_at < ${new Date(now.getTime() - 600_000)}`;
	await db`
		insert into programmes.presence (person, expression, page, seen_at)
		values (${person.id}, ${person.expression}, ${page}, ${now})
		on conflict (person) do update set page = excluded.page, seen_at = excluded.seen_at`;
}

/** The others who looked at this page since then. `name` null: "somebody". */
export function listLookers(
	db: Db,
	person: PersonRow,
	page: string,
	since: Date
): Promise<{ id: string; name: string | null }[]> {
	return db<{ id: string; name: string | null }[]>`
		select co_applicant.id, case when co_applicant.as_somebody then null else co_applicant.name end as name
		from programmes.presence join programmes.co_applicant on co_applicant.id = presence.person
		where presence.expression = ${person.expression} and presence.page = ${page} and presence.seen_at > ${since}
			and presence.person <> ${person.id} order by co_applicant.name, co_applicant.id`;
}

/** With the application everything goes that people wrote to one another, and who they were. */
export async function deleteTogether(db: Db, expression: string): Promise<void> {
	await db`delete from programmes.earlier_text where expression = ${expression}`;
	await db`delete from programmes.co_applicant where expression = ${expression}`;
}

/** Who leads. Null: it is one person's alone. */
export async function leadOf(db: Db, expression: string): Promise<string | null> {
	const [row] = await db<{ id: string }[]>`
		select id from programmes.co_applicant where expression = ${expression} and may = 'lead' and ended_at is null`;
	return row?.id ?? null;
}
