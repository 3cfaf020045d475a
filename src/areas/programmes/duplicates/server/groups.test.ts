import { expect, test } from 'vitest';
import {
	decideOnGroup,
	decideOnPair,
	listDuplicates,
	listExpressions,
	showGroup,
	undoGroup
} from '#areas/programmes/server';
import { visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import {
	begun,
	linkOnly,
	otherLead,
	roleless,
	sentBy,
	type Held
} from '../../../../../tests/expression-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const look = (world: World, as: Actor = lead) => listDuplicates.within(world.as(as), { slug });
const listed = async (world: World) => (await listExpressions.within(world.as(lead), { slug })).shown;
type Decision = { decision: 'one' | 'related' | 'different'; stands?: string };
const decide = (world: World, all: readonly Held[], how: Decision, as: Actor = lead) =>
	decideOnGroup.within(world.as(as), {
		slug,
		reference: all[0]!.reference,
		member: all.map(({ reference }) => reference),
		...how
	});

/** Five of one name, each with an address of its own, and one of another. */
async function fiveAlike(world: World): Promise<Held[]> {
	await aCall(world);
	const all: Held[] = [];
	for (let n = 0; n < 5; n++) {
		const contact = { 'contact-name': 'Asha', email: `asha${n}@example.org`, telephone: '' };
		all.push(await sentBy(world, 'Damp Watch', { contact }));
	}
	const contact = { 'contact-name': 'Bo', email: 'bo@example.org', telephone: '' };
	await sentBy(world, 'Allotments for everybody', { contact });
	await world.runJobs();
	await world.post();
	return all;
}

test(
	'a group is for staff, and with one in it of whom they may not know nothing of it is found',
	withWorld(async (world) => {
		const all = await fiveAlike(world);
		const draft = await begun(world);
		const { reference } = all[0]!;
		for (const stranger of [visitor, all[0]!.actor, linkOnly, roleless]) {
			await expect(showGroup.within(world.as(stranger), { slug, reference })).rejects.toMatchObject(notFound);
			await expect(decide(world, all, { decision: 'related' }, stranger)).rejects.toMatchObject(notFound);
		}
		await expect(decide(world, [...all, draft], { decision: 'related' })).rejects.toMatchObject(notFound);
		for (const wrong of [{ member: [reference] }, { decision: undefined }, { decision: 'one' as const }]) {
			const asked = {
				slug,
				reference,
				member: all.map((one) => one.reference),
				decision: 'related' as const
			};
			await expect(
				decideOnGroup.within(world.as(lead), { ...asked, ...wrong } as never)
			).rejects.toMatchObject({
				code: 'unusable'
			});
		}
		await expect(decide(world, all, { decision: 'one', stands: draft.reference })).rejects.toMatchObject({
			fields: { stands: 'missing' }
		});
		const view = await showGroup.within(world.as(lead), { slug, reference });
		expect([view.members.length, view.pairs.length, view.because]).toEqual([5, 10, ['name']]);
		expect(await look(world)).toMatchObject({ suggestions: [], groups: [{ members: { length: 5 } }] });
		const { decision } = await decide(world, all, { decision: 'related' });
		for (const stranger of [visitor, all[0]!.actor, linkOnly, roleless])
			await expect(undoGroup.within(world.as(stranger), { slug, decision })).rejects.toMatchObject(notFound);
		await aCall(world, { slug: 'autumn' });
		await expect(undoGroup.within(world.as(lead), { slug: 'autumn', decision })).rejects.toMatchObject(
			notFound
		);
	})
);

test(
	'one stands for all, each applicant is told once, and all of it is undone at once',
	withWorld(async (world) => {
		const all = await fiveAlike(world);
		const { decision } = await decide(world, all, { decision: 'one', stands: all[2]!.reference });
		expect(await listed(world)).toBe(2);
		expect(await look(world)).toMatchObject({
			groups: [],
			decisions: [{ id: decision, how: 'merged', count: 4 }]
		});
		await world.runJobs();
		const told = (await world.post()).map(({ to, template }) => `${template} ${to}`).toSorted();
		expect(told).toEqual([0, 1, 3, 4].map((n) => `expression-merged asha${n}@example.org`));
		await undoGroup.within(world.as(otherLead), { slug, decision });
		await undoGroup.within(world.as(lead), { slug, decision });
		expect(await listed(world)).toBe(6);
		expect(await look(world)).toMatchObject({ groups: [{ members: { length: 5 } }], decisions: [] });
		await world.runJobs();
		expect(new Set((await world.post()).map(({ template }) => template))).toEqual(
			new Set(['expression-unmerged'])
		);
	})
);

test(
	'what somebody decided of one pair, before or since, is theirs',
	withWorld(async (world) => {
		const all = await fiveAlike(world);
		const pair = (one: number, two: number, decision: 'related' | 'different') =>
			decideOnPair.within(world.as(otherLead), {
				slug,
				reference: all[one]!.reference,
				other: all[two]!.reference,
				decision
			});
		await pair(0, 1, 'different');
		const { decision } = await decide(world, all, { decision: 'related' });
		expect(await look(world)).toMatchObject({ groups: [], decisions: [{ count: 9 }] });
		await pair(2, 3, 'different');
		await undoGroup.within(world.as(lead), { slug, decision });
		const rows = await world.db`select how from programmes.not_same`;
		expect(rows.map(({ how }) => String(how))).toEqual(['different', 'different']);
		const view = await showGroup.within(world.as(lead), { slug, reference: all[0]!.reference });
		expect(view.pairs).toHaveLength(8);
	})
);

test(
	'those that are left out stay a group; of two who decide at once about the same, one is told',
	withOwnWorld(async (place) => {
		const all = await place.do(fiveAlike);
		const some = all.slice(0, 3);
		const both = await Promise.allSettled(
			[some, [...some].reverse()].map((members) =>
				place.do((world) => decide(world, members, { decision: 'one', stands: members[0]!.reference }))
			)
		);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const failed = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
		expect(failed.reason).toMatchObject({ code: 'asking-merged-already' });
		const { groups } = await place.do((world) => look(world));
		expect(groups.map(({ members }) => members.length)).toEqual([3]);
	})
);
