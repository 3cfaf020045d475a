import type { Db } from '#server/db';

export type Answered = { asked: Buffer; status: number; body: unknown };

/** Takes the key; whoever sends the same at the same moment waits until we are done. Undefined: it is ours to do. */
export async function takeKey(
	db: Db,
	{ token, key, asked, at }: { token: string; key: string; asked: Buffer; at: Date }
): Promise<Answered | undefined> {
	const taken = await db`
		insert into api.answered (token, key, asked, at) values (${token}, ${key}, ${asked}, ${at})
		on conflict (token, key) do nothing`;
	if (taken.count) return undefined;
	const [row] = await db<Answered[]>`
		select asked, status, body from api.answered where token = ${token} and key = ${key}`;
	return row;
}

export async function keepAnswer(
	db: Db,
	{ token, key, status, body }: { token: string; key: string; status: number; body: unknown }
): Promise<void> {
	await db`
		update api.answered set status = ${status}, body = ${db.json(body as never)}
		where token = ${token} and key = ${key}`;
}

export async function deleteOldAnswers(db: Db, before: Date): Promise<void> {
	await db`delete from api.answered where at < ${before}`;
}
