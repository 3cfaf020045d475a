import { describe, expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import { checkAnswers, closeCall, extendDeadline, sendExpression, showSent } from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { begun, filledIn, save, sent } from '../../../../tests/expression-world.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../tests/world.ts';

const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const quarter = 15 * 60_000;
const slug = 'spring';

describe('the deadline, for what was begun in time', () => {
	test.each`
		clock             | offset         | ok
		${'11:59:59.999'} | ${-1}          | ${true}
		${'12:00:00.000'} | ${0}           | ${true}
		${'12:14:59.999'} | ${quarter - 1} | ${true}
		${'12:15:00.000'} | ${quarter}     | ${false}
	`('sent at $clock: $ok', ({ offset, ok }) =>
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const held = await filledIn(world);
			const send = sendExpression.within(world.as(held.actor, after(closesAt, offset as number)), held);
			if (ok) await expect(send).resolves.toEqual({ reference: held.reference });
			else await expect(send).rejects.toMatchObject({ code: 'too-late' });
			expect(await world.events()).toEqual(
				ok ? ['expression.begun', 'expression.submitted'] : ['expression.begun']
			);
		})()
	);
	test(
		'a call closed early shuts a quarter of an hour later; one moved on stays open',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world, { now: after(someDay, -60_000) });
			await closeCall.within(world.as(lead, someDay), { slug, note: 'Full.' });
			const send = (now: Date) => sendExpression.within(world.as(held.actor, now), held);
			await expect(send(after(someDay, quarter))).rejects.toMatchObject({ code: 'too-late' });
			await expect(send(after(someDay, quarter - 1))).resolves.toBeDefined();
		})
	);
	test(
		'more time given to one person is theirs alone',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const [mine, other] = [await filledIn(world), await filledIn(world)];
			const until = { day: '12', month: '3', year: '2026', time: '12:00' };
			await extendDeadline.within(world.as(lead, after(closesAt, quarter)), {
				reference: mine.reference,
				until,
				why: 'Flood.'
			});
			const dayLater = after(closesAt, 86_400_000);
			await expect(
				sendExpression.within(world.as(other.actor, after(closesAt, quarter)), other)
			).rejects.toMatchObject({ code: 'too-late' });
			await expect(
				sendExpression.within(world.as(mine.actor, after(dayLater, quarter - 1)), mine)
			).resolves.toBeDefined();
		})
	);
	test(
		'more time needs a later instant, a reason, and staff',
		withWorld(async (world) => {
			await aCall(world);
			const { reference, actor } = await begun(world);
			const until = { day: '12', month: 'March', year: '2026', time: 'noon' };
			const extend = (as = lead, input: object = {}) =>
				extendDeadline.within(world.as(as), { reference, until, why: 'Ill.', ...input });
			await expect(extend(actor)).rejects.toMatchObject({ code: 'not-found' });
			await expect(extend(visitor)).rejects.toMatchObject({ code: 'not-found' });
			await expect(extend(lead, { why: '' })).rejects.toMatchObject({ fields: { why: 'missing' } });
			await expect(extend(lead, { until: { ...until, day: '11' } })).rejects.toMatchObject({
				fields: { until: 'not-later' }
			});
			await expect(extend(lead, { reference: 'ZZZ-ZZZ' })).rejects.toMatchObject({ code: 'not-found' });
			await expect(extend()).resolves.toEqual({ reference, slug: 'spring' });
		})
	);
});

describe('sending', () => {
	test(
		'what is in the way is listed with the page that mends it, and nothing incomplete is sent',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world);
			await save(world, held, 'community', { community: 'word '.repeat(201), 'community-version': '1' });
			const { inTheWay } = await checkAnswers.within(world.as(held.actor), held);
			expect(inTheWay).toEqual([
				{
					key: 'community',
					page: 'community',
					sentence: '“Who is the community?” has 201 words. Use 200 words or fewer'
				}
			]);
			await expect(sendExpression.within(world.as(held.actor), held)).rejects.toMatchObject({
				code: 'expression-incomplete'
			});
		})
	);
	test(
		'only its applicant sends it and sees that it was sent',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world);
			const other = await begun(world);
			for (const stranger of [visitor, lead, other.actor])
				await expect(sendExpression.within(world.as(stranger), held)).rejects.toMatchObject({
					code: 'not-found'
				});
			await expect(showSent.within(world.as(held.actor), held)).rejects.toMatchObject({ code: 'not-found' });
			await sendExpression.within(world.as(held.actor), held);
			expect(await showSent.within(world.as(held.actor), held)).toMatchObject({
				expression: { state: 'sent', submittedAt: someDay, call: { decisionsBy: '2026-03-27' } },
				receiptGoesTo: 'asha@example.org',
				inTheWay: 0
			});
		})
	);
	test(
		'sent twice it is one, with the first instant and one receipt',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await sendExpression.within(world.as(held.actor, after(someDay, 60_000)), held);
			await world.runJobs();
			expect(await world.db`select at from programmes.submission`).toEqual([{ at: someDay }]);
			expect(await world.post()).toHaveLength(1);
		})
	);
	test(
		'two presses at the very same moment are one',
		withOwnWorld(async (world) => {
			const held = await world.do(async (inside) => {
				await aCall(inside, { closes: '2099-01-01T12:00' });
				return filledIn(inside);
			});
			await Promise.all([1, 2, 3].map(() => sendExpression(held.actor, { reference: held.reference })));
			await world.do(async ({ db }) => {
				expect(await db`select 1 from house.event where name = 'expression.submitted'`).toHaveLength(1);
			});
		})
	);
});

test(
	'the answers stand in the same words on the check page, in every language',
	withWorld(async (world: World) => {
		const { inLanguage } = await import('#words/language');
		await aCall(world);
		const held = await filledIn(world);
		const region = async () => {
			const { expression } = await checkAnswers.within(world.as(held.actor), held);
			return expression.sections.flatMap(({ answers }) => answers).find(({ key }) => key === 'region')!.text;
		};
		expect(await region()).toEqual(['Yorkshire and the Humber']);
		expect(await inLanguage('cy', region)).toEqual(['Swydd Efrog a’r Humber']);
	})
);
