import type { Db } from '#server/db';
import type { Scope } from '../scopes.ts';

export type TokenRow = {
	id: string;
	person: string;
	name: string;
	scopes: Scope[];
	madeAt: Date;
	endsAt: Date;
	usedAt: Date | null;
	revokedAt: Date | null;
};
type NewToken = {
	person: string;
	name: string;
	scopes: readonly Scope[];
	verifier: Buffer;
	at: Date;
	endsAt: Date;
};

export async function insertToken(db: Db, token: NewToken): Promise<string> {
	const { person, name, scopes, verifier, at, endsAt } = token;
	const [row] = await db<{ id: string }[]>`
		insert into api.token (person, name, scopes, verifier, made_at, ends_at)
		values (${person}, ${name}, ${[...scopes]}, ${verifier}, ${at}, ${endsAt})
		returning id`;
	return row!.id;
}

/** In force: neither revoked nor over. */
export async function findTokenInForce(db: Db, verifier: Buffer, now: Date): Promise<TokenRow | undefined> {
	const [row] = await db<TokenRow[]>`
		select ${columns(db)} from api.token
		where verifier = ${verifier} and revoked_at is null and ends_at > ${now}`;
	return row;
}

export async function markUsed(db: Db, id: string, at: Date): Promise<void> {
	await db`update api.token set used_at = ${at} where id = ${id}`;
}

/** One's own, or everybody's; those that ended or were revoked since an instant as well. */
export function listTokens(
	db: Db,
	{ person, since }: { person: string | null; since: Date }
): Promise<TokenRow[]> {
	return db<TokenRow[]>`
		select ${columns(db)} from api.token
		where (${person}::uuid is null or person = ${person})
			and coalesce(revoked_at, ends_at) > ${since}
		order by revoked_at is not null, made_at desc, id`;
}

export async function findToken(db: Db, id: string): Promise<TokenRow | undefined> {
	const [row] = await db<TokenRow[]>`select ${columns(db)} from api.token where id = ${id}`;
	return row;
}

export async function countInForce(db: Db, person: string, now: Date): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(*)::int as count from api.token
		where person = ${person} and revoked_at is null and ends_at > ${now}`;
	return row!.count;
}

/** False: it was revoked before. */
export async function revoke(db: Db, id: string, by: string, at: Date): Promise<boolean> {
	const { count } = await db`
		update api.token set revoked_at = ${at}, revoked_by = ${by} where id = ${id} and revoked_at is null`;
	return count === 1;
}

/** What ended long ago is not kept. */
export async function deleteOverTokens(db: Db, before: Date): Promise<void> {
	await db`delete from api.token where coalesce(revoked_at, ends_at) < ${before}`;
}

function columns(db: Db) {
	return db`id, person, name, scopes, made_at, ends_at, used_at, revoked_at`;
}
