import { expect, test } from 'vitest';
import {
	fulfilRequest,
	recordRequest,
	refuseRequest,
	showRequests,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { begun, save, sent, type Held } from '../../../../../tests/expression-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const asked = { slug, came: { day: '14', month: '1', year: '2026' }, identity: 'Rang from their number.' };
const record = (world: World, kind: 'copy' | 'delete', about: string) =>
	recordRequest.within(world.as(lead), { ...asked, kind, about });

const isThere = async (world: World, { id }: Held) => {
	const [row] = await world.db`select erased_at from programmes.expression where id = ${id}`;
	return row!['erasedAt'] === null;
};

/** One of two calls, and somebody else in each. */
async function settled(world: World) {
	await aCall(world);
	await aCall(world, { slug: 'autumn' });
	const [asha, elsewhere, draft, withdrawn] = [
		await sent(world),
		await sent(world, { slug: 'autumn' }),
		await begun(world),
		await sent(world)
	];
	await save(world, draft, 'contact', { 'contact-name': 'Asha', email: '', telephone: '0113 496 0000' });
	await withdrawExpression.within(world.as(withdrawn.actor), { ...withdrawn, sure: 'yes' });
	const other = await begun(world);
	await save(world, other, 'contact', {
		'contact-name': 'Bo',
		email: 'bo@example.org',
		telephone: '0113 496 0001'
	});
	await world.runJobs();
	await world.post();
	return { asha, elsewhere, draft, withdrawn, other };
}

test(
	'by an address: all of this call in which it stands go, however it is written, and no other',
	withWorld(async (world) => {
		const { asha, elsewhere, draft, withdrawn, other } = await settled(world);
		const { id } = await record(world, 'delete', ' ASHA@example.org ');
		const { requests } = await showRequests.within(world.as(lead), { slug });
		expect(requests).toMatchObject([{ foundBy: 'email', reference: null, contact: 'ASHA@example.org' }]);
		await fulfilRequest.within(world.as(lead), { slug, id });
		const left = await Promise.all(
			[asha, withdrawn, elsewhere, draft, other].map((one) => isThere(world, one))
		);
		expect(left).toEqual([false, false, true, true, true]);
	})
);

test(
	'by a telephone number, with and without the code of the country, also in what was only typed',
	withWorld(async (world) => {
		const { asha, draft, other } = await settled(world);
		const { id } = await record(world, 'delete', '+44 113 496-0000');
		await fulfilRequest.within(world.as(lead), { slug, id });
		const left = await Promise.all([asha, draft, other].map((one) => isThere(world, one)));
		expect(left).toEqual([true, false, true]);
	})
);

test(
	'a copy goes to the address in each, and the address that was said goes with the answer',
	withWorld(async (world) => {
		await settled(world);
		const { id } = await record(world, 'copy', 'asha@example.org');
		await fulfilRequest.within(world.as(lead), { slug, id });
		const letters = await world.post();
		expect(letters.map(({ to, template }) => [to, template])).toEqual([
			['asha@example.org', 'request-copy'],
			['asha@example.org', 'request-copy']
		]);
		const { id: refused } = await record(world, 'copy', 'asha@example.org');
		await refuseRequest.within(world.as(lead), { slug, id: refused, refused: 'Not them.' });
		const { requests } = await showRequests.within(world.as(lead), { slug });
		expect(requests.map(({ contact }) => contact)).toEqual([null, null]);
		expect(JSON.stringify(await world.db`select * from programmes.request`)).not.toContain('asha@');
	})
);

test(
	'staff learn nothing by it: an address that is there and one that is not are answered alike',
	withWorld(async (world) => {
		await settled(world);
		const seen: string[] = [];
		for (const about of ['bo@example.org', 'xx@example.org']) {
			const { id } = await record(world, 'delete', about);
			const answer = await fulfilRequest.within(world.as(lead), { slug, id });
			const { requests } = await showRequests.within(world.as(lead), { slug });
			seen.push(JSON.stringify([answer, requests.find((one) => one.id === id)]).replaceAll(id, 'id'));
		}
		expect(seen[0]).toBe(seen[1]);
	})
);

test.each([
	['k7m 4qx', 'reference'],
	['07700 900123', 'telephone'],
	['(0113) 496 0000', 'telephone'],
	['somebody@example.org', 'email']
])('%s is a %s', (about, foundBy) =>
	withWorld(async (world) => {
		await aCall(world);
		await record(world, 'copy', about);
		const { requests } = await showRequests.within(world.as(lead), { slug });
		expect(requests).toMatchObject([{ foundBy }]);
	})()
);

test.each(['Damp Watch', '12345', ''])('"%s" is none of them', (about) =>
	withWorld(async (world) => {
		await aCall(world);
		await expect(record(world, 'copy', about)).rejects.toMatchObject({ code: 'unusable' });
	})()
);
