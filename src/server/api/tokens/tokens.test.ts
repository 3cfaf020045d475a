import { expect, test } from 'vitest';
import { makeToken, recogniseProgram, revokeToken, showTokens } from '#server/api';
import { endRole, listPeople } from '#server/identity';
import { visitor, type Actor } from '#shared/actor';
import { amina, eiraAtWork, joinsBy, minutes } from '../../../../tests/people.ts';
import { linkOnly, roleless } from '../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const asked = { name: 'Spreadsheet', scopes: ['applications:read'], days: '30' };
type Person = Extract<Actor, { kind: 'person' }>;

async function atWork(world: World) {
	const eira = (await eiraAtWork(world)).known.actor;
	const lead = (await joinsBy(world, eira, amina)).actor;
	return { eira, lead };
}
const make = (world: World, actor: Actor, at = someDay) => makeToken.within(world.as(actor, at), asked);
const program = (world: World, token: string, at = someDay) =>
	recogniseProgram.within(world.as(visitor, at), { token });

test(
	'only staff who are there themselves, with their second factor, make a token',
	withWorld(async (world) => {
		const { lead } = await atWork(world);
		const itself: Person = { ...(lead as Person), through: '00000000-0000-4000-8000-000000000001' };
		const others: Actor[] = [visitor, linkOnly, roleless, itself, { kind: 'applicant', expression: 'x' }];
		for (const actor of others) {
			await expect(make(world, actor)).rejects.toMatchObject({ code: 'not-found' });
			await expect(showTokens.within(world.as(actor), {})).rejects.toMatchObject({ code: 'not-found' });
		}
	})
);

test(
	'a program acts as whoever made its token, says so, and its last use is written down',
	withWorld(async (world) => {
		const { lead } = await atWork(world);
		const { token, id } = await make(world, lead);
		expect(token).toMatch(/^placard_[\w-]{27}$/);
		const known = await program(world, token, minutes(10));
		expect(known).toMatchObject({ name: 'Spreadsheet', scopes: ['applications:read'] });
		expect(known!.actor).toEqual({ ...(lead as Person), through: id });
		const { tokens } = await showTokens.within(world.as(lead, minutes(20)), {});
		expect(tokens).toMatchObject([{ id, who: null, state: 'in-force', usedAt: minutes(10) }]);
		expect(JSON.stringify(tokens)).not.toContain(token);
	})
);

test(
	'a token is nobody’s once it is over, revoked, or its maker is staff no more',
	withWorld(async (world) => {
		const { eira, lead } = await atWork(world);
		const { token, id, endsAt } = await make(world, lead);
		expect(await program(world, token, endsAt)).toBeUndefined();
		expect(await program(world, `${token}x`)).toBeUndefined();
		await revokeToken.within(world.as(lead, minutes(1)), { id });
		expect(await program(world, token, minutes(2))).toBeUndefined();
		const other = await make(world, lead, minutes(3));
		const { people } = await listPeople.within(world.as(eira, minutes(4)), {});
		const person = people.find(({ name }) => name === amina.name)!;
		await endRole.within(world.as(eira, minutes(4)), { person: person.id, role: 'lead' } as never);
		expect(await program(world, other.token, minutes(5))).toBeUndefined();
	})
);

test(
	'a colleague’s token is not found; an administrator sees it and ends it',
	withWorld(async (world) => {
		const { eira, lead } = await atWork(world);
		const { id } = await make(world, eira);
		expect(await showTokens.within(world.as(lead), {})).toEqual({ tokens: [] });
		await expect(revokeToken.within(world.as(lead), { id })).rejects.toMatchObject({ code: 'not-found' });
		const leads = await make(world, lead);
		const seen = await showTokens.within(world.as(eira), {});
		expect(seen.tokens.find((one) => one.id === leads.id)).toMatchObject({ who: amina.name });
		await revokeToken.within(world.as(eira, minutes(1)), { id: leads.id });
		expect(await program(world, leads.token, minutes(2))).toBeUndefined();
	})
);

test(
	'what nobody keeps track of any more is refused with a sentence',
	withWorld(async (world) => {
		const { lead } = await atWork(world);
		for (let made = 0; made < 20; made++) await make(world, lead);
		await expect(make(world, lead)).rejects.toMatchObject({ code: 'api-too-many-tokens' });
		const wrong = { name: ' ', scopes: ['everything'], days: '9999' };
		await expect(makeToken.within(world.as(lead), wrong)).rejects.toMatchObject({
			fields: { name: 'missing', 'scopes.0': 'not-an-option', days: 'not-an-option' }
		});
	})
);
