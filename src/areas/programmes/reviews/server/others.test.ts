import { describe, expect, test } from 'vitest';
import {
	chaseReader,
	chaseReaders,
	planPhases,
	raiseFlag,
	resolveFlag,
	shareOut,
	showCalibration,
	showOversight,
	stopReading
} from '#areas/programmes/server';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { sentBy } from '../../../../../tests/expression-world.ts';
import {
	days,
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
import { withWorld } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };

describe('what others think', () => {
	test(
		'nobody of the panel sees before their own is in; while they read alone, not even then',
		withWorld(async (world) => {
			const { panel, sent } = await reading(world, { readers: 3, count: 1 });
			const [bethan, carys, deio] = panel as [Seated, Seated, Seated];
			const { reference } = sent[0]!;
			await reviewed(world, carys, { reference }, { why: 'Carys likes it.', score: '9' });
			await reviewed(world, bethan, { reference }, { why: 'Bethan too.', score: '8' });
			for (const one of panel) expect((await look(world, one, reference)).others).toBeNull();
			await into(world, 'discussion');
			expect((await look(world, deio, reference)).others).toBeNull();
			expect(JSON.stringify([await look(world, deio, reference), await own(world, deio)])).not.toMatch(
				/likes it|too\./
			);
			expect((await look(world, bethan, reference)).others).toMatchObject([{ who: 'Carys', score: 9 }]);
			await reviewed(world, deio, { reference });
			expect((await look(world, deio, reference)).others).toHaveLength(2);
		})
	);

	test(
		'the chair reads calibrated scores once all of their own are in, and nobody else reads how strict anybody is',
		withWorld(async (world) => {
			const { panel } = await reading(world, { readers: 3, count: 4 });
			const [bethan, carys, deio] = panel as [Seated, Seated, Seated];
			const calibration = ({ actor }: { actor: Actor }) => showCalibration.within(world.as(actor), { slug });
			await readsAll(world, carys, '9');
			await readsAll(world, deio, '5');
			for (const other of [carys, deio, { actor: lead }, { actor: visitor }])
				await expect(calibration(other)).rejects.toMatchObject(notFound);
			expect(await calibration(bethan)).toMatchObject({ is: 'not-yet', lines: [], offsets: [] });
			await into(world, 'discussion');
			expect(await calibration(bethan)).toMatchObject({ is: 'own', ownLeft: 4, lines: [], offsets: [] });
			await readsAll(world, bethan, '7');
			const view = await calibration(bethan);
			expect(view.lines).toHaveLength(4);
			expect(view.lines[0]).toMatchObject({ mean: expect.closeTo(7, 9) as number, reviews: 3 });
			expect(view.offsets.map(({ name }) => name).toSorted()).toEqual(['Bethan', 'Carys', 'Deio']);
			expect(view.offsets.find(({ name }) => name === 'Carys')!.offset).toBeGreaterThan(1);
		})
	);

	test(
		'is refused with a reason where nothing can be compared',
		withWorld(async (world) => {
			const { panel } = await reading(world, { readers: 3, count: 2 });
			for (const one of panel) await readsAll(world, one);
			await into(world, 'discussion');
			const view = await showCalibration.within(world.as(panel[0]!.actor), { slug });
			expect(view).toMatchObject({ is: 'refused', refused: { why: 'few' }, offsets: [] });
			expect(view.lines[0]).toMatchObject({ mean: 7, calibrated: null, se: null });
		})
	);

	test(
		'a conflicted chair is no chair here: the deputy looks after the reading',
		withWorld(async (world) => {
			await aCall(world, { content: { terms: { readers: '2' } } });
			const held = await sentBy(world, 'Ash');
			await sentBy(world, 'Birch').then((one) => eligible(world, one));
			await eligible(world, held);
			const chair = await seated(world, 'Bethan', { part: 'chair', ties: ['Ash'] });
			const deputy = await seated(world, 'Carys', { part: 'deputy' });
			await seated(world, 'Deio');
			await into(world, 'review');
			await shareOut.within(world.as(lead), { slug });
			for (const look of [showOversight, showCalibration])
				await expect(look.within(world.as(chair.actor), { slug })).rejects.toMatchObject(notFound);
			expect((await showOversight.within(world.as(deputy.actor), { slug })).readers).toHaveLength(3);
		})
	);
});

describe('flags', () => {
	test(
		'are raised by a reader, stopped and resolved by staff or the acting chair, with words each',
		withWorld(async (world) => {
			const { panel, sent } = await reading(world, { readers: 3, count: 1 });
			const [bethan, carys, deio] = panel as [Seated, Seated, Seated];
			const { reference } = sent[0]!;
			await raiseFlag.within(world.as(carys.actor), { slug, reference, words: 'Somebody may be at risk.' });
			expect((await look(world, deio, reference)).flags).toEqual([]);
			const { flags } = await showOversight.within(world.as(bethan.actor), { slug });
			const flag = flags[0]!.id;
			const stop = (as: Actor) => stopReading.within(world.as(as), { slug, flag, words: 'We ask.' });
			for (const stranger of [visitor, sent[0]!.actor, carys.actor])
				await expect(stop(stranger)).rejects.toMatchObject(notFound);
			await stop(bethan.actor);
			await expect(stop(lead)).rejects.toMatchObject({ code: 'flag-settled' });
			expect((await look(world, deio, reference)).isStopped).toBe(true);
			await expect(reviewed(world, deio, { reference })).rejects.toMatchObject({ code: 'reading-stopped' });
			await reviewed(world, deio, { reference }, { then: 'save' });
			await resolveFlag.within(world.as(lead), { slug, flag, words: 'They are safe.' });
			await reviewed(world, deio, { reference }, { edition: 1 });
			expect((await look(world, carys, reference)).flags).toMatchObject([
				{
					state: 'resolved',
					raised: { words: 'Somebody may be at risk.' },
					resolved: { words: 'They are safe.' }
				}
			]);
		})
	);
});

describe('chasing', () => {
	test(
		'is polite: how many, until when, once a week, and no application is named',
		withWorld(async (world) => {
			const { panel, sent } = await reading(world);
			const [bethan, carys] = panel as [Seated, Seated, Seated];
			await world.runJobs();
			await world.post();
			await planPhases.within(world.as(lead), {
				slug,
				discussion: { day: '20', month: '4', year: '2027', time: '9am' }
			});
			await readsAll(world, carys);
			await world.runJobs();
			await expect(chaseReaders.within(world.as(lead), {})).rejects.toMatchObject(notFound);
			const chase = async (now: Date) => {
				await chaseReaders.within(world.as(house, now), {});
				await world.runJobs(now);
				return world.post(now);
			};
			expect(await chase(days(6))).toEqual([]);
			const letters = await chase(days(7));
			expect(letters.map(({ to }) => to).toSorted()).toEqual(['bethan@example.org', 'deio@example.org']);
			const text = JSON.stringify(letters);
			expect(letters[0]!.text).toContain('2 applications');
			for (const { reference } of sent) expect(text).not.toContain(reference);
			expect(text).not.toMatch(/Group \d/);
			expect(await chase(days(13))).toEqual([]);
			const byHand = (as: Actor) => chaseReader.within(world.as(as, days(13)), { slug, seat: bethan.seat });
			for (const stranger of [visitor, carys.actor])
				await expect(byHand(stranger)).rejects.toMatchObject(notFound);
			await expect(byHand(lead)).rejects.toMatchObject({ code: 'chased-already' });
			expect(await chase(days(14))).toHaveLength(2);
		})
	);
});
