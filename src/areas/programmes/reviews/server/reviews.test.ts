import { describe, expect, test } from 'vitest';
import {
	abstain,
	dropAside,
	saveReview,
	shareOut,
	showReview,
	withdrawExpression
} from '#areas/programmes/server';
import { house, visitor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { linkOnly, sentBy } from '../../../../../tests/expression-world.ts';
import {
	callId,
	days,
	desk,
	eligible,
	into,
	look,
	own,
	reading,
	readsAll,
	reviewed,
	seated,
	type Seated
} from '../../../../../tests/panel-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';
import { scoresOf } from './scores.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };

describe('a review', () => {
	test(
		'is its reader’s own: nobody else opens or writes it, whatever they are',
		withWorld(async (world) => {
			const { panel, sent } = await reading(world, { readers: 1 });
			const bethan = panel[0]!;
			const [reference] = (await own(world, bethan)).readings.map((one) => one.reference);
			for (const stranger of [visitor, sent[0]!.actor, lead, linkOnly, panel[1]!.actor, panel[2]!.actor]) {
				await expect(
					showReview.within(world.as(stranger), { slug, reference: reference! })
				).rejects.toMatchObject(notFound);
				await expect(
					reviewed(world, { ...bethan, actor: stranger as never }, { reference: reference! })
				).rejects.toMatchObject(notFound);
			}
		})
	);

	test(
		'is in with a score and a reason for each criterion, and kept as a draft without',
		withWorld(async (world) => {
			const criteria = [
				{ name: 'Need', weight: '3', anchors: ['1 = none', '10 = pressing'] },
				{ name: 'Team', weight: '1' },
				{ name: 'Colour', weight: '5', use: 'shown' }
			];
			await aCall(world, { content: { selection: { criteria }, terms: { readers: '1' } } });
			const held = await sentBy(world, 'Ash');
			await eligible(world, held);
			const bethan = await seated(world, 'Bethan', { part: 'chair' });
			await into(world, 'review');
			await shareOut.within(world.as(lead), { slug });
			const write = (marks: Record<string, { score: string; why: string }>, edition: number, then = 'in') =>
				saveReview.within(world.as(bethan.actor), {
					slug,
					reference: held.reference,
					edition,
					marks,
					then: then as 'in'
				});
			const half = { need: { score: '9', why: 'Mould.' }, team: { score: '5', why: '' } };
			await expect(write(half, 0)).rejects.toMatchObject({
				fields: { 'why-team': 'reason-missing', 'score-colour': 'missing', 'why-colour': 'reason-missing' }
			});
			await write(half, 0, 'save');
			expect(await look(world, bethan, held.reference)).toMatchObject({
				state: 'begun',
				edition: 1,
				criteria: [
					{ key: 'need', score: 9, why: 'Mould.', anchors: [{ score: 1 }, { score: 10 }] },
					{ key: 'team', score: 5, why: '' },
					{ key: 'colour', score: null, isSummed: false }
				]
			});
			expect(await scoresOf(world.as(house), await callId(world))).toEqual([]);
			for (const bad of ['0', '11', '5.5', 'high'])
				await expect(write({ need: { score: bad, why: '' } }, 1, 'save')).rejects.toMatchObject({
					code: 'unusable'
				});
			const whole = { ...half, team: { score: '5', why: 'Two.' }, colour: { score: '1', why: 'Grey.' } };
			await write(whole, 1);
			expect(await scoresOf(world.as(house), await callId(world))).toEqual([
				{ expression: held.id, reviewer: bethan.seat, score: (3 * 9 + 5) / 4 }
			]);
			await expect(write(half, 2, 'save')).rejects.toMatchObject({ code: 'unusable' });
			expect((await look(world, bethan, held.reference)).state).toBe('in');
		})
	);

	test(
		'of two windows the second is told, and both texts stay until their writer has taken what they want',
		withWorld(async (world) => {
			const { panel } = await reading(world);
			const bethan = panel[0]!;
			const reference = (await own(world, bethan)).readings[0]!.reference;
			await reviewed(world, bethan, { reference }, { why: 'Of the first.', then: 'save' });
			const second = await reviewed(world, bethan, { reference }, { why: 'Of the second.', score: '3' });
			expect(second).toMatchObject({ isAside: true });
			const page = await look(world, bethan, reference);
			expect(page).toMatchObject({ state: 'begun', edition: 1 });
			expect(page.criteria[0]).toMatchObject({ score: 7, why: 'Of the first.' });
			expect(page.asides[0]!.marks[0]).toMatchObject({ score: 3, why: 'Of the second.' });
			for (const other of [panel[1]!, panel[2]!])
				await dropAside
					.within(world.as(other.actor), { slug, reference, aside: page.asides[0]!.id })
					.catch(() => undefined);
			expect((await look(world, bethan, reference)).asides).toHaveLength(1);
			await dropAside.within(world.as(bethan.actor), { slug, reference, aside: page.asides[0]!.id });
			expect((await look(world, bethan, reference)).asides).toEqual([]);
		})
	);

	test(
		'"next" is what fewest have reviewed; what was skipped comes when the rest is done',
		withWorld(async (world) => {
			const { panel } = await reading(world, { readers: 3, count: 4 });
			const [bethan, carys] = panel as [Seated, Seated, Seated];
			const all = (await own(world, bethan)).readings.map(({ reference }) => reference);
			for (const reference of all.slice(0, 3)) await reviewed(world, carys, { reference });
			expect((await own(world, bethan)).next).toBe(all[3]);
			const skipped = await reviewed(world, bethan, { reference: all[3]! }, { then: 'next', why: '' });
			expect(all.slice(0, 3)).toContain(skipped.next);
			for (const reference of all.slice(0, 3)) await reviewed(world, bethan, { reference });
			expect(await own(world, bethan)).toMatchObject({ next: all[3], left: 1 });
			const last = await reviewed(world, bethan, { reference: all[3]! }, { edition: 1 });
			expect(last.next).toBeNull();
		})
	);

	test(
		'abstaining needs a reason, counts nowhere, and somebody else reads it',
		withWorld(async (world) => {
			const { panel } = await reading(world);
			const bethan = panel[0]!;
			const reference = (await own(world, bethan)).readings[0]!.reference;
			const leave = (why: string) => abstain.within(world.as(bethan.actor), { slug, reference, why });
			await expect(leave(' ')).rejects.toMatchObject({ fields: { why: 'missing' } });
			await leave('I know nothing of it.');
			await world.runJobs();
			expect((await own(world, bethan)).readings.find((one) => one.reference === reference)?.state).toBe(
				'abstained'
			);
			const line = (await desk(world)).read.find((one) => one.reference === reference)!;
			expect(line.readers).toHaveLength(2);
			expect(line.readers).not.toContain('Bethan');
		})
	);

	test(
		'scores can be given and changed until the panel chooses',
		withWorld(async (world) => {
			const { panel } = await reading(world);
			const bethan = panel[0]!;
			const reference = (await own(world, bethan)).readings[0]!.reference;
			await reviewed(world, bethan, { reference });
			await into(world, 'discussion');
			await reviewed(world, bethan, { reference }, { score: '4', edition: 1 });
			await into(world, 'selection', days(1));
			await expect(
				reviewed(world, bethan, { reference }, { edition: 2, now: days(1) })
			).rejects.toMatchObject({
				code: 'reviewing-over'
			});
		})
	);

	test(
		'what was withdrawn is in no list, no number and no score',
		withWorld(async (world) => {
			const { panel, sent } = await reading(world, { readers: 3 });
			for (const one of panel) await readsAll(world, one);
			const held = sent[0]!;
			await withdrawExpression.within(world.as(held.actor), { ...held, sure: 'yes' });
			expect((await own(world, panel[0]!)).readings).toHaveLength(2);
			expect(await scoresOf(world.as(house), await callId(world))).toHaveLength(6);
			expect((await desk(world)).readers.map((one) => one.given)).toEqual([2, 2, 2]);
		})
	);
});

describe('races', () => {
	test(
		'two windows of one review save at once: one stands, the other is put beside it',
		withOwnWorld(async (world) => {
			const { panel, reference } = await world.do(async (inside) => {
				const { panel } = await reading(inside as unknown as World, { readers: 3, count: 1 });
				const one = panel[0]!;
				return { panel, reference: (await own(inside as unknown as World, one)).readings[0]!.reference };
			});
			const write = (why: string) =>
				saveReview(panel[0]!.actor, {
					slug,
					reference,
					edition: 0,
					marks: { whole: { score: '7', why } },
					then: 'save'
				});
			const saved = await Promise.all([write('one'), write('two')]);
			expect(saved.map(({ isAside }) => isAside).toSorted()).toEqual([false, true]);
			const page = await showReview(panel[0]!.actor, { slug, reference });
			expect([page.criteria[0]!.why, page.asides[0]!.marks[0]!.why].toSorted()).toEqual(['one', 'two']);
		})
	);
});
