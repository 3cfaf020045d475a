import { describe, expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import {
	archiveCall,
	closeCall,
	listCalls,
	moveDates,
	reopenCall,
	restoreCall,
	showCall
} from '#areas/programmes/server';
import { withWorld, someDay, type World } from '../../../../tests/world.ts';
import { aCall, lead } from '../../../../tests/call-world.ts';

const slug = 'spring';
const dates = { zone: 'Europe/London', opens: '2026-01-05T00:00', closes: '2026-03-18T12:00' };
const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const quarter = 15 * 60_000;
const shown = (world: World, now = someDay) => showCall.within(world.as(visitor, now), { slug });
const names = async (world: World, now = someDay) => {
	const { open, soon, past } = await listCalls.within(world.as(visitor, now), {});
	return [open, soon, past].map((calls) => calls.map((call) => call.slug));
};

test(
	'only staff move, close, reopen, archive and restore; anybody else is told nothing',
	withWorld(async (world) => {
		await aCall(world);
		const as = world.as(visitor);
		const all = [
			moveDates.within(as, { slug, note: 'x', dates }),
			closeCall.within(as, { slug, note: 'x' }),
			reopenCall.within(as, { slug, note: 'x' }),
			archiveCall.within(as, { slug, page: 'goes' }),
			restoreCall.within(as, { slug })
		];
		for (const refused of all) await expect(refused).rejects.toMatchObject({ code: 'not-found' });
	})
);

test(
	'a draft can be neither moved, closed nor archived',
	withWorld(async (world) => {
		await aCall(world, { published: null });
		const as = world.as(lead);
		await expect(moveDates.within(as, { slug, note: 'x', dates })).rejects.toMatchObject({
			code: 'not-found'
		});
		await expect(closeCall.within(as, { slug, note: 'x' })).rejects.toMatchObject({ code: 'not-found' });
		await expect(archiveCall.within(as, { slug, page: 'goes' })).rejects.toMatchObject({ code: 'not-found' });
	})
);

describe('moving the deadline', () => {
	const move = (world: World, change: object = {}, note = 'One week more.') =>
		moveDates.within(world.as(lead), { slug, note, dates: { ...dates, ...change } });

	test(
		'shows everywhere at once, with its note, and is heard by those who listen',
		withWorld(async (world) => {
			const { id, closesAt } = await aCall(world);
			const before = await shown(world);
			await move(world);
			const now = await shown(world);
			expect(now.closes!.instant).toEqual(after(closesAt, 7 * 86_400_000));
			expect(now.changes).toEqual([{ kind: 'corrected', note: 'One week more.', at: someDay }]);
			expect(now.sequence).toBeGreaterThan(before.sequence);
			const [event] = await world.db`select name, details from house.event`;
			expect(event).toEqual({ name: 'call.deadline-moved', details: { id } });
		})
	);
	test(
		'needs a note, and a deadline that is to come',
		withWorld(async (world) => {
			await aCall(world);
			await expect(move(world, {}, ' ')).rejects.toMatchObject({ fields: { note: 'missing' } });
			await expect(move(world, { closes: '2026-01-15T11:59' })).rejects.toMatchObject({
				fields: { 'dates.closes': 'in-the-past' }
			});
			await expect(move(world, { closes: '2026-03-29T01:30' })).rejects.toMatchObject({
				fields: { 'dates.closes': 'time-skipped' }
			});
			await expect(move(world, { closes: '' })).rejects.toMatchObject({
				fields: { 'dates.closes': 'missing' }
			});
		})
	);
	test(
		'another date alone is a correction: nobody is written to',
		withWorld(async (world) => {
			await aCall(world);
			await move(world, { closes: '2026-03-11T12:00', decisionsBy: '2026-04-02' });
			expect(await world.events()).toEqual(['call.corrected']);
			expect(await shown(world)).toMatchObject({ decisionsBy: '2026-04-02' });
		})
	);
	test(
		'after it has passed, a later deadline opens the call again',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const late = after(closesAt, quarter);
			expect((await shown(world, late)).phase).toBe('closed');
			await moveDates.within(world.as(lead, late), { slug, note: 'The post was late.', dates });
			expect((await shown(world, late)).phase).toBe('open');
		})
	);
});

test(
	'closing early stops new applications at that instant, and reopening undoes it; both are told',
	withWorld(async (world) => {
		await aCall(world);
		await closeCall.within(world.as(lead), { slug, note: 'All places are taken.' });
		expect(await shown(world)).toMatchObject({ phase: 'last-minutes', mayApply: false });
		expect((await shown(world, after(someDay, quarter))).phase).toBe('closed');
		expect(await names(world, after(someDay, quarter))).toEqual([[], [], ['spring']]);
		const later = after(someDay, 2 * quarter);
		await expect(closeCall.within(world.as(lead, later), { slug, note: 'x' })).rejects.toMatchObject({
			code: 'call-not-open'
		});
		await reopenCall.within(world.as(lead, later), { slug, note: 'Two places came back.' });
		expect(await shown(world, later)).toMatchObject({
			phase: 'open',
			mayApply: true,
			changes: [{ kind: 'reopened', note: 'Two places came back.' }, { kind: 'closed' }]
		});
		await expect(reopenCall.within(world.as(lead, later), { slug, note: 'x' })).rejects.toMatchObject({
			code: 'call-not-closed-early'
		});
	})
);

test(
	'what was closed early is not reopened after its deadline without a later one',
	withWorld(async (world) => {
		const { closesAt } = await aCall(world);
		await closeCall.within(world.as(lead), { slug, note: 'Full.' });
		await expect(reopenCall.within(world.as(lead, closesAt), { slug, note: 'x' })).rejects.toMatchObject({
			code: 'call-needs-later-deadline'
		});
	})
);

test(
	'archived, its page stays in the list of past programmes or does not exist at all',
	withWorld(async (world) => {
		await aCall(world);
		await archiveCall.within(world.as(lead), { slug, page: 'stays' });
		expect(await shown(world)).toMatchObject({ phase: 'archived', mayApply: false });
		expect(await names(world)).toEqual([[], [], ['spring']]);
		await expect(archiveCall.within(world.as(lead), { slug, page: 'goes' })).rejects.toMatchObject({
			code: 'call-is-archived'
		});
		await restoreCall.within(world.as(lead), { slug });
		expect((await shown(world)).phase).toBe('open');
		await archiveCall.within(world.as(lead), { slug, page: 'goes' });
		await expect(shown(world)).rejects.toMatchObject({ code: 'not-found' });
		expect(await names(world)).toEqual([[], [], []]);
	})
);

test(
	'lists go by what the clock says: soon, open, past',
	withWorld(async (world) => {
		const { opensAt, closesAt } = await aCall(world);
		await aCall(world, { slug: 'later', opens: '2026-06-01T09:00', closes: '2026-07-01T12:00' });
		await aCall(world, { slug: 'hidden', published: null });
		expect(await names(world, after(opensAt, -1))).toEqual([[], ['spring', 'later'], []]);
		expect(await names(world, opensAt)).toEqual([['spring'], ['later'], []]);
		expect(await names(world, after(closesAt, -1))).toEqual([['spring'], ['later'], []]);
		expect(await names(world, closesAt)).toEqual([[], ['later'], ['spring']]);
		expect(await names(world, after(closesAt, quarter))).toEqual([[], ['later'], ['spring']]);
	})
);
