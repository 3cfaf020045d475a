import type { Db } from '#server/db';

/** This person types at it from now on; whoever typed before stays known. */
export async function insertTypist(db: Db, expression: string, person: string, since: Date): Promise<void> {
	await db`
		insert into programmes.typist (expression, person, since) values (${expression}, ${person}, ${since})
		on conflict do nothing`;
}

export async function handOver(db: Db, expression: string, person: string): Promise<void> {
	await db`update programmes.expression set entered_by = ${person} where id = ${expression}`;
}

export async function listTypists(db: Db, expression: string): Promise<string[]> {
	const rows = await db<{ person: string }[]>`
		select person from programmes.typist where expression = ${expression} order by since, person`;
	return rows.map(({ person }) => person);
}

/** What staff are typing up for a call: that it is there, and who has it. Its answers are not looked at. */
export async function listBeingTyped(db: Db, call: string): Promise<string[]> {
	const rows = await db<{ reference: string }[]>`
		select reference from programmes.expression
		where call = ${call} and entered_from is not null and erased_at is null
			and not exists (select from programmes.submission where submission.expression = expression.id)
			and not exists (select from programmes.withdrawal where withdrawal.expression = expression.id)
		order by begun_at, id`;
	return rows.map((row) => row.reference);
}
