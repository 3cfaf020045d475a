import { expect, test } from 'vitest';
import { interviewsCalendar } from '#areas/programmes';
import {
	bookInterview,
	chooseSlot,
	inviteToInterview,
	listInterviews,
	offerSlots,
	showInterview,
	showInterviewOf,
	withdrawSlot
} from '#areas/programmes/server';
import { visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { linkOnly, roleless, sent, type Held } from '../../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const day = (date: string, time: string) => ({ day: date, month: '3', year: '2026', time });
/** The first of the times that are offered; the clocks in the UK went forward the day before. */
const first = new Date('2026-03-30T09:00:00Z');

const offer = (world: World) =>
	offerSlots.within(world.as(lead), {
		slug,
		first: day('30', '10:00'),
		count: '2',
		minutes: '30',
		pause: '15',
		how: 'telephone',
		place: '',
		link: ''
	});
const look = (world: World, held: Held) =>
	showInterview.within(world.as(held.actor), { reference: held.reference });
const choose = (world: World, held: Held, slot: string) =>
	chooseSlot.within(world.as(held.actor), { reference: held.reference, slot, needs: '' });

async function invited(world: World): Promise<{ held: Held; slots: string[] }> {
	await aCall(world);
	await offer(world);
	const held = await sent(world);
	const { reference } = held;
	await inviteToInterview.within(world.as(lead), {
		slug,
		reference,
		words: 'We would like to hear more.',
		until: day('25', '12:00')
	});
	return { held, slots: (await look(world, held)).free.map(({ id }) => id) };
}

test(
	'staff book a time for somebody who rang, and nobody else does; whoever has an address is told',
	withWorld(async (world) => {
		await aCall(world);
		await offer(world);
		const [ash, birch] = [await sent(world), await sent(world)];
		const one = (as: Actor = lead, held: Held = ash) =>
			showInterviewOf.within(world.as(as), { slug, reference: held.reference });
		const { free } = await one();
		const book = (slot: string, as: Actor = lead, held: Held = ash) =>
			bookInterview.within(world.as(as), { slug, reference: held.reference, slot, needs: 'A ramp.' });
		for (const stranger of [visitor, ash.actor, linkOnly, roleless])
			await expect(book(free[0]!.id, stranger)).rejects.toMatchObject(notFound);
		await world.post();
		await book(free[0]!.id);
		await world.runJobs();
		expect((await world.post()).map(({ template }) => template)).toEqual(['interview-chosen']);
		expect(await one()).toMatchObject({
			invitation: { state: 'chosen' },
			slot: { id: free[0]!.id },
			needs: null
		});
		expect((await look(world, ash)).needs).toBe('A ramp.');
		await expect(book(free[0]!.id, lead, birch)).rejects.toMatchObject({ code: 'interview-slot-taken' });
		await book(free[1]!.id);
		await book(free[0]!.id, lead, birch);
		const late = { slug, reference: birch.reference, slot: free[1]!.id, needs: '' };
		await expect(bookInterview.within(world.as(lead, first), late)).rejects.toMatchObject({
			code: 'interview-slot-taken'
		});
		await expect(
			bookInterview.within(world.as(lead, new Date(first.getTime() + 86_400_000)), late)
		).rejects.toMatchObject({ code: 'interview-slot-gone' });
	})
);

test(
	'in the calendar of staff what is off is cancelled under the same UID with a higher number',
	withWorld(async (world) => {
		const { held, slots } = await invited(world);
		const events = async () => {
			const view = await listInterviews.within(world.as(lead), { slug });
			const text = interviewsCalendar(view, someDay);
			expect(text).toContain('METHOD:PUBLISH');
			return text
				.split('BEGIN:VEVENT')
				.slice(1)
				.map((event) => ({
					uid: /UID:(.*)/.exec(event)![1]!.trim(),
					sequence: Number(/SEQUENCE:(\d+)/.exec(event)![1]),
					isOff: event.includes('STATUS:CANCELLED'),
					names: event.includes(held.reference)
				}));
		};
		expect(await events()).toEqual([]);
		await choose(world, held, slots[0]!);
		const [taken] = await events();
		expect(taken).toMatchObject({ isOff: false, names: true });
		await choose(world, held, slots[1]!);
		const moved = await events();
		expect(moved).toHaveLength(2);
		const old = moved.find(({ uid }) => uid === taken!.uid)!;
		expect(old).toMatchObject({ isOff: true, names: false });
		expect(old.sequence).toBeGreaterThan(taken!.sequence);
		await withdrawSlot.within(world.as(lead), { slug, slot: slots[1]! });
		expect((await events()).map(({ isOff }) => isOff)).toEqual([true, true]);
		await choose(world, held, slots[0]!);
		const back = (await events()).find(({ uid }) => uid === taken!.uid)!;
		expect(back).toMatchObject({ isOff: false, names: true });
		expect(back.sequence).toBeGreaterThan(old.sequence);
	})
);
