import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	castEquality,
	dismissArranger,
	extendDeadline,
	nameArranger,
	askEquality,
	showArrangers,
	showEquality,
	showEqualityCounts,
	showMoreTime
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { begun, filledIn, sent } from '../../../../tests/expression-world.ts';
import { joins } from '../../../../tests/lived-in/people.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';
const administrator: Actor = { ...(lead as Extract<Actor, { kind: 'person' }>), roles: ['administrator'] };
const someone = '00000000-0000-4000-8000-00000000002d';

describe('equality questions', () => {
	const fields = {
		'equality-age': 'under-25',
		'equality-gender': 'woman',
		'equality-ethnicity': 'nonsense',
		'equality-disability-shown': 'yes'
	};

	test(
		'are counted and joined to nobody: no row, event or time tells who chose what',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world);
			const { ballot } = await askEquality.within(world.as(held.actor), held);
			await castEquality.within(world.as(), { ballot: ballot!, fields });
			expect(
				await world.db`select question, option, count from programmes.equality_count order by question`
			).toEqual([
				{ question: 'equality-age', option: 'under-25', count: 1 },
				{ question: 'equality-gender', option: 'woman', count: 1 }
			]);
			expect(await world.db`select equality_asked from programmes.expression`).toEqual([
				{ equalityAsked: true }
			]);
			expect(await world.db`select 1 from programmes.answer where question like 'equality%'`).toHaveLength(0);
			expect(await world.events()).toEqual(['expression.begun']);
		})
	);
	test(
		'are counted once for each application, and asked of its applicant alone',
		withWorld(async (world) => {
			await aCall(world);
			const [held, other] = [await begun(world), await begun(world)];
			const { ballot } = await askEquality.within(world.as(held.actor), held);
			expect((await askEquality.within(world.as(held.actor), held)).ballot).toBeNull();
			for (const one of [ballot!, ballot!, 'made up', ''])
				await castEquality.within(world.as(), { ballot: one, fields });
			expect(
				await world.db`select count from programmes.equality_count where question = 'equality-age'`
			).toEqual([{ count: 1 }]);
			expect(await world.db`select 1 from programmes.equality_ballot`).toHaveLength(0);
			expect((await showEquality.within(world.as(held.actor), held)).asked).toBe(true);
			for (const stranger of [visitor, lead, other.actor])
				await expect(askEquality.within(world.as(stranger), held)).rejects.toMatchObject({
					code: 'not-found'
				});
		})
	);
	test(
		'are shown to staff rounded, and only once nobody can answer any more',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			for (let n = 0; n < 6; n += 1) {
				const held = await begun(world);
				const { ballot } = await askEquality.within(world.as(held.actor), held);
				await castEquality.within(world.as(), { ballot: ballot!, fields });
			}
			const show = (now: Date, as: Actor = lead) => showEqualityCounts.within(world.as(as, now), { slug });
			const end = new Date(closesAt.getTime() + 15 * 60_000);
			await expect(show(end, visitor)).rejects.toMatchObject({ code: 'not-found' });
			expect(await show(new Date(end.getTime() - 1))).toMatchObject({
				counts: null,
				opens: { instant: end }
			});
			const { counts } = await show(end);
			expect(counts!.filter(({ about }) => about !== null)).toEqual([
				{ question: 'equality-age', option: 'under-25', about: 5 },
				{ question: 'equality-gender', option: 'woman', about: 5 }
			]);
			const held = await begun(world);
			const until = { day: '20', month: '3', year: '2026', time: '12:00' };
			await extendDeadline.within(world.as(lead, end), { reference: held.reference, until, why: 'Ill.' });
			const later = new Date('2026-03-20T12:15:00Z');
			expect(await show(end)).toMatchObject({ counts: null, opens: { instant: later } });
			expect((await show(later)).counts).toHaveLength(counts!.length);
		})
	);
});

describe('who arranges access', () => {
	const bo = (world: World) => joins(world, someDay, { name: 'Bo', roles: ['lead'] });

	test(
		'is named by an administrator alone, and dismissed by one',
		withWorld(async (world) => {
			await aCall(world);
			const { id: person } = await bo(world);
			const named = { slug, person, shownAs: 'Bo, who arranges access' };
			for (const stranger of [visitor, lead]) {
				await expect(nameArranger.within(world.as(stranger), named)).rejects.toMatchObject({
					code: 'not-found'
				});
				await expect(dismissArranger.within(world.as(stranger), named)).rejects.toMatchObject({
					code: 'not-found'
				});
			}
			const refused = (more: object) => nameArranger.within(world.as(administrator), { ...named, ...more });
			await expect(refused({ shownAs: ' ' })).rejects.toMatchObject({ fields: { shownAs: 'missing' } });
			await expect(refused({ person: someone })).rejects.toMatchObject({ fields: { person: 'not-staff' } });
			const past = { day: '1', month: '1', year: '2026', time: '9am' };
			await expect(refused({ until: past })).rejects.toMatchObject({ fields: { until: 'not-later' } });
			await nameArranger.within(world.as(administrator), named);
			await dismissArranger.within(world.as(administrator), named);
			await dismissArranger.within(world.as(administrator), named);
			expect(await world.events()).toEqual(['call.arranger-dismissed', 'call.arranger-named']);
		})
	);
	test(
		'is known to all staff, with the end of it; only an administrator is shown whom to name',
		withWorld(async (world) => {
			await aCall(world);
			const { id: person } = await bo(world);
			const until = { day: '1', month: '2', year: '2026', time: '9am' };
			await nameArranger.within(world.as(administrator), { slug, person, shownAs: 'Bo', until });
			for (const stranger of [visitor, { ...lead, assurance: 1 } as Actor])
				await expect(showArrangers.within(world.as(stranger), { slug })).rejects.toMatchObject({
					code: 'not-found'
				});
			const seen = await showArrangers.within(world.as(lead), { slug });
			expect(seen.people).toBeNull();
			expect(seen.arrangers).toMatchObject([{ name: 'Bo', shownAs: 'Bo', isOver: false }]);
			const { people } = await showArrangers.within(world.as(administrator), { slug });
			expect(people).toEqual([{ id: person, name: 'Bo' }]);
			const later = await showArrangers.within(world.as(lead, new Date('2026-02-01T09:00:00Z')), { slug });
			expect(later.arrangers).toMatchObject([{ isOver: true }]);
		})
	);
});

describe('more time for one person', () => {
	const until = { day: '20', month: '3', year: '2026', time: '12:00' };
	const why = 'Their house flooded.';

	test(
		'is given by staff alone, for an application of that call',
		withWorld(async (world) => {
			await aCall(world);
			await aCall(world, { slug: 'autumn' });
			const { reference, actor } = await begun(world);
			for (const [as, of] of [
				[visitor, slug],
				[actor, slug],
				[lead, 'autumn']
			] as const)
				await expect(
					extendDeadline.within(world.as(as), { reference, slug: of, until, why })
				).rejects.toMatchObject({ code: 'not-found' });
			await extendDeadline.within(world.as(lead), { reference, slug, until, why });
			expect(await world.events()).toContain('expression.extended');
		})
	);
	test(
		'shows staff what was given for what was sent; a draft looks like a reference that nobody has',
		withWorld(async (world) => {
			await aCall(world);
			const [held, draft] = [await sent(world), await begun(world)];
			for (const { reference } of [held, draft])
				await extendDeadline.within(world.as(lead), { reference, slug, until, why });
			const show = (reference: string, as: Actor = lead) =>
				showMoreTime.within(world.as(as), { slug, reference });
			await expect(show(held.reference, held.actor)).rejects.toMatchObject({ code: 'not-found' });
			expect((await show(held.reference)).own).toMatchObject({ given: [{ why }], hasEmail: true });
			const { reference: _, ...one } = await show(draft.reference);
			const { reference: __, ...nobodys } = await show('BCD-FGH');
			expect(one).toEqual(nobodys);
		})
	);
});
