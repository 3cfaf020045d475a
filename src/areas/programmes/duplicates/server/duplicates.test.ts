import { describe, expect, test } from 'vitest';
import {
	comparePair,
	decideOnPair,
	eraseExpression,
	listDuplicates,
	listExpressions,
	showApplication,
	showHoldings,
	undoMerging,
	withdrawExpression
} from '#areas/programmes/server';
import { visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { filledIn, linkOnly, roleless, sentBy, type Held } from '../../../../../tests/expression-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
type Decision = 'one' | 'two' | 'related' | 'different';

const decide = (world: World, one: Held, two: Held, decision: Decision, as: Actor = lead) =>
	decideOnPair.within(world.as(as), { slug, reference: one.reference, other: two.reference, decision });
const pairs = async (world: World) => (await listDuplicates.within(world.as(lead), { slug })).suggestions;
const listed = async (world: World) =>
	(await listExpressions.within(world.as(lead), { slug })).entries
		.map(({ reference }) => reference)
		.toSorted();
const news = async (world: World, held: Held) =>
	(await showApplication.within(world.as(held.actor), held)).news.merged;

async function twoAlike(world: World): Promise<[Held, Held]> {
	await aCall(world);
	const one = await sentBy(world, 'Damp Watch');
	const two = await sentBy(world, 'The Damp Watch Group');
	await world.runJobs();
	await world.post();
	return [one, two];
}

describe('two that look like one', () => {
	test(
		'are shown to host staff alone, with the reasons, and drafts are not among them',
		withWorld(async (world) => {
			const [one, two] = await twoAlike(world);
			const draft = await filledIn(world);
			for (const stranger of [visitor, one.actor, linkOnly, roleless]) {
				const as = world.as(stranger);
				const pair = { slug, reference: one.reference, other: two.reference };
				await expect(listDuplicates.within(as, { slug })).rejects.toMatchObject(notFound);
				await expect(comparePair.within(as, pair)).rejects.toMatchObject(notFound);
				await expect(decide(world, one, two, 'one', stranger)).rejects.toMatchObject(notFound);
				await expect(undoMerging.within(as, pair)).rejects.toMatchObject(notFound);
			}
			await expect(decide(world, one, draft, 'one')).rejects.toMatchObject(notFound);
			await expect(decide(world, one, one, 'one')).rejects.toMatchObject(notFound);
			expect(await pairs(world)).toMatchObject([{ because: ['email', 'name'] }]);
			const { rows } = await comparePair.within(world.as(lead), {
				slug,
				reference: one.reference,
				other: two.reference
			});
			expect(rows.find(({ key }) => key === 'group')).toMatchObject({ same: false });
			expect(rows.find(({ key }) => key === 'change')).toMatchObject({ same: true });
			expect(JSON.stringify(rows)).not.toContain('A room without steps.');
		})
	);

	test(
		'are asked about once: related, not the same, stops the suggestion and changes nothing else',
		withWorld(async (world) => {
			const [one, two] = await twoAlike(world);
			const before = await listed(world);
			await decide(world, one, two, 'related');
			expect(await pairs(world)).toEqual([]);
			expect(await listed(world)).toEqual(before);
			await world.runJobs();
			expect(await world.post()).toEqual([]);
			expect([await news(world, one), await news(world, two)]).toEqual([null, null]);
		})
	);
});

describe('the one that does not stand', () => {
	test(
		'keeps everything; its applicant is told, and never with whose',
		withWorld(async (world) => {
			const [one, two] = await twoAlike(world);
			await decide(world, one, two, 'one');
			expect(await listed(world)).toEqual([one.reference]);
			expect(await news(world, one)).toBeNull();
			expect(await news(world, two)).not.toBeNull();
			await world.runJobs();
			const [letter, ...more] = await world.post();
			expect(more).toEqual([]);
			expect(letter).toMatchObject({ template: 'expression-merged' });
			const seen = JSON.stringify([
				await showApplication.within(world.as(two.actor), two),
				await showHoldings.within(world.as(two.actor), two),
				letter
			]);
			expect(seen).toContain('The Damp Watch Group');
			expect(seen).not.toContain(one.reference);
		})
	);

	test(
		'is back with everything when it is undone, and its applicant is told again',
		withWorld(async (world) => {
			const [one, two] = await twoAlike(world);
			await decide(world, one, two, 'two');
			await expect(decide(world, one, two, 'one')).rejects.toMatchObject({ code: 'asking-merged-already' });
			await undoMerging.within(world.as(lead), { slug, reference: one.reference, other: two.reference });
			await world.runJobs();
			// The first had nothing left to say.
			expect((await world.post()).map(({ template }) => template)).toEqual(['expression-unmerged']);
			expect(await listed(world)).toEqual([one.reference, two.reference].toSorted());
			expect(await pairs(world)).toHaveLength(1);
			await decide(world, one, two, 'one');
		})
	);

	test(
		'is back by itself when the other is withdrawn or deleted: nobody falls out of the list for ever',
		withWorld(async (world) => {
			const [one, two] = await twoAlike(world);
			await decide(world, one, two, 'one');
			await withdrawExpression.within(world.as(one.actor), { ...one, sure: 'yes' });
			expect(await listed(world)).toEqual([two.reference]);
			expect(await news(world, two)).toBeNull();
			const three = await sentBy(world, 'Damp Watch');
			await decide(world, two, three, 'two');
			await eraseExpression.within(world.as(three.actor), { ...three, sure: 'yes' });
			expect(await listed(world)).toEqual([two.reference]);
		})
	);
});

test(
	'of two colleagues who decide opposite things at once, one does: nobody is left without one that stands',
	withOwnWorld(async (world) => {
		const [one, two] = await world.do(twoAlike);
		const both = await Promise.allSettled(
			(['one', 'two'] as const).map((decision) => world.do((inside) => decide(inside, one, two, decision)))
		);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		await world.do(async (inside) => expect(await listed(inside)).toHaveLength(1));
	})
);
