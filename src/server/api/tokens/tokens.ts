import * as v from 'valibot';
import { namesOf, standing } from '#server/identity';
import { anyone, nothing, useCase } from '#server/use-case';
import type { Actor } from '#shared/actor';
import { Problem } from '#shared/problem';
import { newToken, verifierOf } from '#shared/tokens';
import { ownerOrAdministrator, personOf, seesAll, staffThemselves } from '../policy.ts';
import type { Scope } from '../scopes.ts';
import { NewToken } from './token.schema.ts';
import {
	countInForce,
	findToken,
	findTokenInForce,
	insertToken,
	listTokens,
	markUsed,
	revoke
} from './token.sql.ts';
import type { TokenRow } from './token.sql.ts';

const day = 86_400_000;
/** The instant of last use is written down at most so often, so that reading rarely writes. */
const usedEvery = 5 * 60_000;
/** Nobody keeps track of more. */
const mostTokens = 20;
/** So that whoever finds one somewhere knows what it opens, and programs that look for leaked secrets find it. */
const prefix = 'placard_';

/** Staff let a program act for them. The token is shown this once; we keep its verifier. */
export const makeToken = useCase('api.makeToken', {
	input: NewToken,
	on: nothing,
	may: staffThemselves,
	async run(context, { name, scopes, days }) {
		const { db, now, record } = context;
		const person = personOf(context);
		if ((await countInForce(db, person, now)) >= mostTokens)
			throw new Problem('api-too-many-tokens', { limit: mostTokens });
		const token = prefix + newToken();
		const endsAt = new Date(now.getTime() + days * day);
		const id = await insertToken(db, { person, name, scopes, verifier: verifierOf(token), at: now, endsAt });
		await record('api-token.made', { id, scopes: scopes.join(' '), days });
		return { id, name, token, endsAt };
	}
});

/** Staff see their own tokens; administrators everybody's, since one that is lost concerns them all. */
export const showTokens = useCase('api.showTokens', {
	input: v.object({}),
	on: nothing,
	may: staffThemselves,
	async run(context) {
		const person = personOf(context);
		const all = seesAll(context.actor);
		const since = new Date(context.now.getTime() - 30 * day);
		const rows = await listTokens(context.db, { person: all ? null : person, since });
		const names = await namesOf(
			context,
			rows.map((row) => row.person)
		);
		return { tokens: rows.map((row) => tokenFor(row, person, names, context.now)) };
	}
});

export type TokenView = {
	id: string;
	name: string;
	/** Whose it is. Null: one's own. */
	who: string | null;
	scopes: Scope[];
	madeAt: Date;
	endsAt: Date;
	usedAt: Date | null;
	state: 'in-force' | 'over' | 'revoked';
};

function tokenFor(row: TokenRow, person: string, names: Map<string, string>, now: Date): TokenView {
	const { id, name, scopes, madeAt, endsAt, usedAt, revokedAt } = row;
	const state = revokedAt ? 'revoked' : endsAt > now ? 'in-force' : 'over';
	const who = row.person === person ? null : (names.get(row.person) ?? '');
	return { id, name, who, scopes, madeAt, endsAt, usedAt, state };
}

/** Its owner, or an administrator, makes a token useless at once. */
export const revokeToken = useCase('api.revokeToken', {
	input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
	on: ({ db }, { id }) => findToken(db, id),
	may: ownerOrAdministrator,
	async run(context, { id }) {
		const { db, now, record } = context;
		if (await revoke(db, id, personOf(context), now)) await record('api-token.revoked', { id });
	}
});

export type Program = {
	actor: Extract<Actor, { kind: 'person' }>;
	token: string;
	name: string;
	scopes: Scope[];
	endsAt: Date;
};

/** The program whose token this is, acting for a person with the roles that they have now. Nobody's without any. */
export const recogniseProgram = useCase('api.recogniseProgram', {
	input: v.object({ token: v.pipe(v.string(), v.maxLength(100)) }),
	on: async ({ db, now }, { token }) => ({ row: await findTokenInForce(db, verifierOf(token), now) }),
	may: anyone,
	async run(context, _, { row }): Promise<Program | undefined> {
		const { db, now } = context;
		const held = row && (await standing(context, row.person));
		if (!row || !held?.roles.length) return undefined;
		if (!row.usedAt || row.usedAt.getTime() <= now.getTime() - usedEvery) await markUsed(db, row.id, now);
		const actor = {
			kind: 'person',
			id: row.person,
			assurance: 2,
			roles: held.roles,
			through: row.id
		} as const;
		return { actor, token: row.id, name: row.name, scopes: row.scopes, endsAt: row.endsAt };
	}
});
