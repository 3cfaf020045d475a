import { describe, expect, test } from 'vitest';
import {
	actOnMany,
	countExpressions,
	eraseSpam,
	listDuplicates,
	listExpressions,
	listMarkedSpam,
	markAsSpam,
	readExpression,
	saveAnswers,
	showApplication,
	showHoldings,
	showSent,
	showSpam,
	undoDeed,
	unmarkSpam
} from '#areas/programmes/server';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { linkOnly, roleless, sent, sentBy, type Held } from '../../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const days = (count: number) => new Date(someDay.getTime() + count * 86_400_000);

const mark = (world: World, { reference }: Pick<Held, 'reference'>, as: Actor = lead) =>
	markAsSpam.within(world.as(as), { slug, reference, why: 'An advertisement.' });
const unmark = (world: World, { reference }: Pick<Held, 'reference'>, as: Actor = lead) =>
	unmarkSpam.within(world.as(as), { slug, reference });
const listed = async (world: World, more: object = {}) => {
	const view = await listExpressions.within(world.as(lead), { slug, ...more });
	return { references: view.entries.map(({ reference }) => reference), all: view.all, shown: view.shown };
};

describe('spam', () => {
	test(
		'is marked, found and brought back by host staff alone',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			for (const stranger of [visitor, held.actor, linkOnly, roleless]) {
				await expect(mark(world, held, stranger)).rejects.toMatchObject(notFound);
				await expect(unmark(world, held, stranger)).rejects.toMatchObject(notFound);
				const as = world.as(stranger);
				await expect(showSpam.within(as, { slug, ...held })).rejects.toMatchObject(notFound);
				await expect(listMarkedSpam.within(as, { slug })).rejects.toMatchObject(notFound);
			}
		})
	);

	test(
		'is asked of a group by its name, as the list has it, and by its reference where it has none',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sentBy(world, 'Ash');
			const shown = () => showSpam.within(world.as(lead), { slug, reference: held.reference });
			expect(await shown()).toMatchObject({ group: 'Ash' });
			await world.db`update programmes.card set shape = 'made when more could be seen'`;
			expect(await shown()).toMatchObject({ group: null });
		})
	);

	test(
		'changes nothing that its sender sees, and nothing about their deadline',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const held = await sent(world);
			const seen = async () => {
				const as = world.as(held.actor);
				const { reference } = held;
				return [
					await showApplication.within(as, { reference }),
					await showSent.within(as, { reference }),
					await showHoldings.within(as, { reference })
				];
			};
			await world.post();
			const before = await seen();
			await mark(world, held);
			await world.runJobs();
			expect(await seen()).toEqual(before);
			expect(await world.post()).toEqual([]);
			const save = (now: Date) =>
				saveAnswers.within(world.as(held.actor, now), {
					reference: held.reference,
					page: 'group',
					fields: { group: `At ${now.getTime()}`, 'group-version': '1' }
				});
			await save(new Date(closesAt.getTime() + 15 * 60_000 - 1));
			await expect(save(new Date(closesAt.getTime() + 15 * 60_000))).rejects.toMatchObject({
				code: 'too-late'
			});
		})
	);

	test(
		'is in no list and no count unless somebody looks for it, and comes back with everything',
		withWorld(async (world) => {
			await aCall(world);
			const one = await sentBy(world, 'Damp Watch');
			const two = await sentBy(world, 'Warm Homes');
			const before = await listed(world);
			const wholeBefore = await readExpression.within(world.as(lead), { slug, reference: one.reference });
			await mark(world, one);
			await mark(world, one);
			expect(await listed(world)).toEqual({ references: [two.reference], all: 1, shown: 1 });
			expect(await listed(world, { state: 'spam' })).toMatchObject({ references: [one.reference] });
			expect(await countExpressions.within(world.as(lead), {})).toMatchObject([{ sent: 1 }]);
			expect((await listDuplicates.within(world.as(lead), { slug })).suggestions).toEqual([]);
			expect((await listMarkedSpam.within(world.as(lead), { slug })).marked).toMatchObject([
				{ reference: one.reference, name: 'Damp Watch', why: 'An advertisement.' }
			]);
			await unmark(world, one);
			expect(await listed(world)).toEqual(before);
			const after = await readExpression.within(world.as(lead), { slug, reference: one.reference });
			expect(after.expression).toEqual(wholeBefore.expression);
		})
	);

	test(
		'is marked and brought back for many at once, undone, and left alone where somebody decided since',
		withWorld(async (world) => {
			await aCall(world);
			const held = [await sent(world), await sent(world), await sent(world)];
			const act = (what: string, as: Actor = lead) =>
				actOnMany.within(world.as(as), {
					slug,
					act: what,
					reference: held.map(({ reference }) => reference)
				});
			for (const stranger of [visitor, held[0]!.actor, linkOnly, roleless])
				await expect(act('spam', stranger)).rejects.toMatchObject(notFound);
			const before = await listed(world);
			const { deed } = await act('spam');
			expect(await listed(world)).toMatchObject({ all: 0, shown: 0 });
			expect((await listMarkedSpam.within(world.as(lead), { slug })).marked).toHaveLength(3);
			await unmark(world, held[0]!);
			await mark(world, held[0]!);
			await undoDeed.within(world.as(lead), { slug, deed });
			const { marked } = await listMarkedSpam.within(world.as(lead), { slug });
			expect(marked).toMatchObject([{ reference: held[0]!.reference, why: 'An advertisement.' }]);
			await act('unspam');
			expect(await listed(world)).toEqual(before);
		})
	);

	test(
		'is deleted 30 days after it was marked, leaves a husk, and what was brought back is not',
		withWorld(async (world) => {
			await aCall(world);
			const [one, two] = [await sent(world), await sent(world)];
			await mark(world, one);
			await mark(world, two);
			await unmark(world, two);
			await eraseSpam.within(world.as(house, new Date(days(30).getTime() - 1)), {});
			await showApplication.within(world.as(one.actor), one);
			await eraseSpam.within(world.as(house, days(30)), {});
			await expect(showApplication.within(world.as(one.actor), one)).rejects.toMatchObject(notFound);
			await showApplication.within(world.as(two.actor), two);
			const husks = await world.db`select erased_why from programmes.expression where erased_at is not null`;
			expect(husks).toMatchObject([{ erasedWhy: 'spam' }]);
			await expect(eraseSpam.within(world.as(lead), {})).rejects.toMatchObject(notFound);
		})
	);

	test(
		'signs are said in words to weigh: quick, and in the same words as others',
		withWorld(async (world) => {
			await aCall(world);
			const long = {
				change: { change: 'Repairs are done within a month, whoever reports them, and it is written down.' }
			};
			const one = await sentBy(world, 'Damp Watch', long);
			await sentBy(world, 'Warm Homes', long);
			const { signs } = await showSpam.within(world.as(lead), { slug, reference: one.reference });
			expect(signs).toEqual([
				{ is: 'quick', seconds: 0 },
				{ is: 'same-text', others: 1 }
			]);
		})
	);
});
