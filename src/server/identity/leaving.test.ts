import { expect, test } from 'vitest';
import { endRole, listPeople, namesOf } from '#server/identity';
import { amina, eiraAtWork, joinsBy } from '../../../tests/people.ts';
import { someDay, withWorld } from '../../../tests/world.ts';
import { tidyAccounts } from './jobs.ts';

const later = (days: number) => new Date(someDay.getTime() + days * 86_400_000);

test(
	'who left two years ago is forgotten, with keys and codes; who still has a role, or came lately, is not',
	withWorld(async (world) => {
		const eira = (await eiraAtWork(world)).known.actor;
		const { actor } = await joinsBy(world, eira, amina);
		const left = actor.kind === 'person' ? actor.id : '';
		await endRole.within(world.as(eira, later(1)), { person: left, role: 'lead' } as never);
		const isThere = async () => (await namesOf({ db: world.db }, [left])).has(left);
		await tidyAccounts(world.as(undefined, later(729)));
		expect(await isThere()).toBe(true);
		await world.db`update identity.person set seen_on = ${later(5)} where id = ${left}`;
		await tidyAccounts(world.as(undefined, later(733)));
		expect(await isThere()).toBe(true);
		await tidyAccounts(world.as(undefined, later(737)));
		expect(await isThere()).toBe(false);
		const [row] = await world.db`select count(*)::int as count from identity.app where person = ${left}`;
		expect(row).toEqual({ count: 0 });
		const { people } = await listPeople.within(world.as(eira, later(738)), {});
		expect(people.map(({ name }) => name)).toEqual(['Eira Vaughan']);
	})
);
