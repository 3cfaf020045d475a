import { describe, expect, test } from 'vitest';
import { eraseExpression, passOnDue, showDecision, withdrawExpression } from '#areas/programmes/server';
import { schedules } from '#server/use-case';
import { house } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { sent } from '../../../../../tests/expression-world.ts';
import {
	accept,
	after,
	chosen,
	decline,
	outcome,
	release,
	released,
	say,
	templates,
	until
} from '../../../../../tests/release-world.ts';
import { withOwnWorld, withWorld } from '../../../../../tests/world.ts';

const notFound = { code: 'not-found' };

const slug = 'spring';

describe('an offer', () => {
	test(
		'is accepted until the instant, once, and the place begins a cohort',
		withWorld(async (world) => {
			const { offer, first } = await chosen(world);
			await expect(accept(world, first)).rejects.toMatchObject(notFound);
			await accept(world, offer, new Date(until.getTime() - 1));
			await accept(world, offer, new Date(until.getTime() - 1));
			expect(await world.db`select 1 from programmes.place`).toHaveLength(1);
			expect(await world.db`select 1 from programmes.cohort`).toHaveLength(1);
			expect((await world.events()).filter((name) => name === 'place.accepted')).toHaveLength(1);
			await expect(decline(world, offer)).rejects.toMatchObject({ code: 'offer-answered' });
			await passOnDue.within(world.as(house, after(20)), {});
			expect((await outcome(world, first)).offer).toBeNull();
		})
	);

	test(
		'declined goes to the first reserve at once, with a letter and a deadline of its own; then to the next',
		withWorld(async (world) => {
			const { offer, first, second } = await chosen(world);
			await world.post(released);
			await decline(world, offer);
			await world.runJobs(after(1));
			const desk = await showDecision.within(world.as(lead, after(1)), { slug, reference: offer.reference });
			expect(desk.answer).toEqual({ state: 'declined', words: 'A new job.' });
			expect(await templates(world, after(1))).toEqual(['decision-up']);
			const own = (await outcome(world, first, after(1))).offer!;
			expect(own).toMatchObject({ movedUp: true, state: 'open' });
			expect(own.until.instant).toEqual(new Date('2026-03-28T12:00:00Z'));
			await passOnDue.within(world.as(house, after(9)), {});
			await world.runJobs(after(9));
			expect((await outcome(world, second, after(9))).offer).toMatchObject({ movedUp: true });
			expect(await templates(world, after(9))).toEqual(['decision-lapsed', 'decision-up']);
			await expect(accept(world, first, after(9))).rejects.toMatchObject({ code: 'offer-passed-on' });
			await accept(world, second, after(9));
			expect(await world.db`select 1 from programmes.place`).toHaveLength(1);
		})
	);

	test(
		'can be accepted late, as long as nobody else has the place',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await say(world, held, 'offer');
			await release(world);
			await passOnDue.within(world.as(house, after(20)), {});
			expect((await outcome(world, held, after(20))).offer!.state).toBe('late');
			await accept(world, held, after(20));
			expect((await outcome(world, held, after(20))).offer!.state).toBe('accepted');
		})
	);

	test(
		'that is accepted late while a reserve moves up is had by one of the two, and the other is told',
		withOwnWorld(async (world) => {
			for (const round of [1, 2, 3, 4]) {
				const { offer, first } = await world.do((inside) => chosen(inside));
				const late = after(8);
				const [taken, passed] = await Promise.allSettled([
					world.do((inside) => accept(inside, offer, late)),
					world.do((inside) => passOnDue.within(inside.as(house, late), {}))
				]);
				expect(passed.status).toBe('fulfilled');
				await world.do(async (inside) => {
					const moved = (await outcome(inside, first, late)).offer;
					expect(moved === null, `round ${round}`).toBe(taken.status === 'fulfilled');
					if (taken.status === 'rejected') expect(taken.reason).toMatchObject({ code: 'offer-passed-on' });
					if (moved) await accept(inside, first, late);
					expect(await inside.db`select 1 from programmes.place where ended_at is null`).toHaveLength(1);
					await inside.db`truncate programmes.programme cascade`;
				});
			}
		})
	);

	test(
		'is reminded of three days and one day before, and not after an answer',
		withWorld(async (world) => {
			const { offer } = await chosen(world);
			await world.post(released);
			const remind = schedules.find(({ name }) => name === 'remindOfOffers')!.run;
			for (const days of [3, 4.2, 4.5, 6.3, 6.5]) await remind(world.as(house, after(days)));
			expect(await templates(world, after(6.5))).toEqual(['decision-reminder', 'decision-reminder']);
			await accept(world, offer, after(6.6));
			await remind(world.as(house, after(6.7)));
			expect(await templates(world, after(6.7))).toEqual([]);
		})
	);

	test(
		'and an accepted place are free again when their application is taken back or deleted',
		withWorld(async (world) => {
			const { offer, first, second } = await chosen(world);
			await accept(world, offer);
			await withdrawExpression.within(world.as(offer.actor, after(2)), {
				reference: offer.reference,
				sure: 'yes'
			});
			await world.runJobs(after(2));
			expect((await outcome(world, first, after(2))).offer).toMatchObject({ state: 'open' });
			expect(await world.events()).toContain('place.ended');
			await eraseExpression.within(world.as(first.actor, after(2)), {
				reference: first.reference,
				sure: 'yes'
			});
			await world.runJobs(after(2));
			expect((await outcome(world, second, after(2))).offer).toMatchObject({ state: 'open' });
			const husks = await world.db`
				select outcome.kind, outcome.feedback, outcome.position from programmes.outcome
				join programmes.expression on expression.id = outcome.expression where erased_at is not null`;
			expect(husks.map((one) => ({ ...one }))).toEqual([{ kind: 'reserve', feedback: null, position: null }]);
		})
	);
});
