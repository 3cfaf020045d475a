import { describe, expect, test } from 'vitest';
import { appointmentCalendar } from '#areas/programmes';
import {
	chooseSlot,
	declineInterview,
	eraseExpression,
	inviteToInterview,
	listInterviews,
	nameArranger,
	offerSlots,
	showAppointment,
	showInterview,
	showInterviewOf,
	withdrawExpression,
	withdrawInterview,
	withdrawSlot,
	writeInterviewNote
} from '#areas/programmes/server';
import { schedules } from '#server/use-case';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import {
	filledIn,
	linkOnly,
	otherLead,
	roleless,
	sent,
	type Held
} from '../../../../../tests/expression-world.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const day = (date: string, time: string) => ({ day: date, month: '3', year: '2026', time });
const link = 'https://video.example/room';
/** Ten past nine on 30 March, the day after the clocks in the UK went forward. */
const first = new Date('2026-03-30T09:00:00Z');
const until = new Date('2026-03-25T12:00:00Z');

const offer = (world: World, more: object = {}, as: Actor = lead) =>
	offerSlots.within(world.as(as), {
		slug,
		first: day('30', '10:00'),
		count: '2',
		minutes: '30',
		pause: '15',
		how: 'video',
		place: '',
		link,
		...more
	});
const invite = (world: World, { reference }: Pick<Held, 'reference'>, as: Actor = lead) =>
	inviteToInterview.within(world.as(as), {
		slug,
		reference,
		words: 'Mair and Tomos would like to hear more.',
		until: day('25', '12:00')
	});
const look = (world: World, held: Held, now = someDay) =>
	showInterview.within(world.as(held.actor, now), { reference: held.reference });
const choose = (
	world: World,
	held: Held,
	slot: string,
	{ now = someDay, ...more }: { now?: Date; needs?: string; zone?: string } = {}
) => chooseSlot.within(world.as(held.actor, now), { reference: held.reference, slot, needs: '', ...more });

async function invited(world: World, offered: object = {}): Promise<{ held: Held; slots: string[] }> {
	await aCall(world);
	await offer(world, offered);
	const held = await sent(world);
	await world.post();
	await invite(world, held);
	return { held, slots: (await look(world, held)).free.map(({ id }) => id) };
}

describe('interviews', () => {
	test(
		'are offered and invited to by host staff alone; nobody else knows of them',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const other = await sent(world);
			for (const stranger of [visitor, held.actor, linkOnly, roleless]) {
				await expect(offer(world, {}, stranger)).rejects.toMatchObject(notFound);
				await expect(invite(world, held, stranger)).rejects.toMatchObject(notFound);
				const as = world.as(stranger);
				await expect(listInterviews.within(as, { slug })).rejects.toMatchObject(notFound);
				await expect(showInterviewOf.within(as, { slug, ...held })).rejects.toMatchObject(notFound);
			}
			await expect(invite(world, await filledIn(world))).rejects.toMatchObject(notFound);
			await offer(world);
			await invite(world, held);
			for (const stranger of [visitor, other.actor, lead]) {
				const as = world.as(stranger);
				const { reference } = held;
				await expect(showInterview.within(as, { reference })).rejects.toMatchObject(notFound);
				await expect(declineInterview.within(as, { reference, words: '' })).rejects.toMatchObject(notFound);
			}
			await expect(look(world, other)).rejects.toMatchObject(notFound);
		})
	);

	test(
		'are offered one after the other, with what each way needs',
		withWorld(async (world) => {
			await aCall(world);
			await expect(offer(world, { link: '' })).rejects.toMatchObject({ fields: { link: 'missing' } });
			await expect(offer(world, { how: 'place' })).rejects.toMatchObject({ fields: { place: 'missing' } });
			await expect(
				offer(world, { first: day('1', '10:00'), how: 'telephone', count: '25' })
			).rejects.toMatchObject({
				fields: { count: 'out-of-range' }
			});
			await offer(world);
			const { days } = await listInterviews.within(world.as(lead), { slug });
			expect(days.flatMap(({ slots }) => slots.map(({ at }) => at.instant))).toEqual([
				first,
				new Date(first.getTime() + 45 * 60_000)
			]);
		})
	);
});

describe('a time', () => {
	test(
		'is chosen until the instant and not at it, and its link is seen by whoever has it alone',
		withWorld(async (world) => {
			const { held, slots } = await invited(world);
			expect(JSON.stringify(await look(world, held))).not.toContain(link);
			await expect(choose(world, held, slots[0]!, { now: until })).rejects.toMatchObject({
				code: 'interview-closed'
			});
			await choose(world, held, slots[0]!, { now: new Date(until.getTime() - 1) });
			expect((await look(world, held)).chosen).toMatchObject({ link });
			const other = await sent(world);
			await invite(world, other);
			const seen = await look(world, other);
			expect(JSON.stringify(seen)).not.toContain(link);
			expect(seen.free.map(({ id }) => id)).toEqual([slots[1]]);
			await expect(choose(world, other, slots[0]!)).rejects.toMatchObject({ code: 'interview-slot-taken' });
		})
	);

	test(
		'of two who take the last one at once, one has it and the other is told',
		withOwnWorld(async (world) => {
			const [one, two, slot] = await world.do(async (inside) => {
				const { held, slots } = await invited(inside, { count: '1' });
				const other = await sent(inside);
				await invite(inside, other);
				return [held, other, slots[0]!] as const;
			});
			const both = await Promise.allSettled(
				[one, two].map((held) => world.do((inside) => choose(inside, held, slot)))
			);
			expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
			expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
				reason: { code: 'interview-slot-taken' }
			});
			await world.do(async ({ db }) => {
				expect(await db`select 1 from programmes.interview_choice where ended_at is null`).toHaveLength(1);
			});
		})
	);

	test(
		'is changed for another, declined, and free again for somebody else',
		withWorld(async (world) => {
			const { held, slots } = await invited(world);
			await choose(world, held, slots[0]!);
			await choose(world, held, slots[1]!, { zone: 'Africa/Nairobi' });
			const view = await look(world, held);
			expect(view.chosen).toMatchObject({ id: slots[1], own: { zone: 'Africa/Nairobi' } });
			expect(view.free.map(({ id }) => id)).toEqual([slots[0]]);
			await declineInterview.within(world.as(held.actor), { reference: held.reference, words: 'Not now.' });
			expect((await look(world, held)).free).toHaveLength(2);
			const { without } = await listInterviews.within(world.as(lead), { slug });
			expect(without).toMatchObject([{ reference: held.reference, state: 'declined' }]);
			await choose(world, held, slots[0]!);
			await withdrawExpression.within(world.as(held.actor), { ...held, sure: 'yes' });
			await world.runJobs();
			const other = await sent(world);
			await invite(world, other);
			expect((await look(world, other)).free).toHaveLength(2);
		})
	);

	test(
		'that staff take back is told, and another can be chosen',
		withWorld(async (world) => {
			const { held, slots } = await invited(world);
			await choose(world, held, slots[0]!);
			await world.runJobs();
			expect((await world.post()).map(({ template }) => template)).toEqual(['interview-chosen']);
			await withdrawSlot.within(world.as(lead), { slug, slot: slots[0]! });
			await world.runJobs();
			expect((await world.post()).map(({ template }) => template)).toEqual(['interview-cancelled']);
			await expect(choose(world, held, slots[0]!)).rejects.toMatchObject({ code: 'interview-slot-gone' });
			await choose(world, held, slots[1]!);
			await withdrawInterview.within(world.as(lead), { slug, reference: held.reference });
			expect((await look(world, held)).invitation.state).toBe('withdrawn');
			await expect(choose(world, held, slots[1]!)).rejects.toMatchObject({ code: 'interview-closed' });
		})
	);
});

test(
	'letters say the time in the host’s zone and one’s own, never the link; a reminder comes the day before',
	withWorld(async (world) => {
		const { held, slots } = await invited(world);
		await world.runJobs();
		const [invitation] = await world.post();
		expect(invitation!.text).toContain('Mair and Tomos would like to hear more.');
		await choose(world, held, slots[0]!, { zone: 'Africa/Nairobi', needs: 'A BSL interpreter.' });
		await world.runJobs();
		const [letter] = await world.post();
		expect(letter!.text).toContain('10am UK time, Monday 30 March 2026');
		expect(letter!.text).toContain('12 noon East Africa time, Monday 30 March 2026');
		const remind = schedules.find(({ name }) => name === 'remindOfInterviews')!.run;
		const dayBefore = new Date(first.getTime() - 20 * 3_600_000);
		await remind(world.as(house, dayBefore));
		await remind(world.as(house, dayBefore));
		const reminders = await world.post(dayBefore);
		expect(reminders.map(({ template }) => template)).toEqual(['interview-reminder']);
		for (const { text, html, subject } of [invitation!, letter!, ...reminders])
			for (const secret of [link, 'BSL']) expect(`${text}${html}${subject}`).not.toContain(secret);
	})
);

test(
	'what somebody needs is read by those who arrange access, and by nobody else',
	withWorld(async (world) => {
		const { held, slots } = await invited(world);
		await choose(world, held, slots[0]!, { needs: 'A BSL interpreter.' });
		const admin: Actor = {
			kind: 'person',
			id: '00000000-0000-4000-8000-0000000000ad',
			assurance: 2,
			roles: ['administrator']
		};
		const seen = () => showInterviewOf.within(world.as(otherLead), { slug, reference: held.reference });
		expect(JSON.stringify(await seen())).not.toContain('BSL');
		await world.db`insert into identity.person (id, email, name, locale, since) values (${(otherLead as { id: string }).id}, 'maren@example.org', 'Maren', 'en', ${someDay})`;
		await world.db`insert into identity.appointment (person, role, since) values (${(otherLead as { id: string }).id}, 'lead', ${someDay})`;
		await nameArranger.within(world.as(admin), {
			slug,
			person: (otherLead as { id: string }).id,
			shownAs: 'Maren'
		});
		expect((await seen()).needs).toBe('A BSL interpreter.');
		expect(JSON.stringify(await listInterviews.within(world.as(otherLead), { slug }))).not.toContain('BSL');
	})
);

test(
	'each interviewer keeps one note; colleagues read it, the applicant does not',
	withWorld(async (world) => {
		const { held } = await invited(world);
		const write = (note: string, edition: number, as: Actor = lead) =>
			writeInterviewNote.within(world.as(as), { slug, reference: held.reference, note, edition });
		await expect(write('x', 0, held.actor)).rejects.toMatchObject(notFound);
		await write('Clear about the ask.', 0);
		await expect(write('Other window.', 0)).rejects.toMatchObject({ code: 'note-edited-meanwhile' });
		await write('Very clear about the ask.', 1);
		const view = await showInterviewOf.within(world.as(otherLead), { slug, reference: held.reference });
		expect(view.notes).toMatchObject([{ words: 'Very clear about the ask.' }]);
		expect(view.own).toEqual({ words: '', edition: 0 });
		expect(JSON.stringify(await look(world, held))).not.toContain('clear about');
	})
);

test(
	'a calendar keeps its UID, its number rises, what is off is cancelled, and it names nobody',
	withWorld(async (world) => {
		const { held, slots } = await invited(world);
		const calendar = async () =>
			appointmentCalendar(await showAppointment.within(world.as(held.actor), { reference: held.reference }));
		await expect(calendar()).rejects.toMatchObject(notFound);
		await choose(world, held, slots[0]!);
		const before = await calendar();
		expect(before).toContain('BEGIN:VTIMEZONE');
		expect(before).toContain('DTSTART;TZID=Europe/London:20260330T100000');
		expect(before).toContain('SUMMARY:Conversation');
		expect(before).not.toMatch(/Spring|video\.example/);
		await choose(world, held, slots[1]!);
		const moved = await calendar();
		const of = (text: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)![1]!.trim();
		expect(of(moved, 'UID')).toBe(of(before, 'UID'));
		expect(Number(of(moved, 'SEQUENCE'))).toBeGreaterThan(Number(of(before, 'SEQUENCE')));
		await declineInterview.within(world.as(held.actor), { reference: held.reference, words: '' });
		const off = await calendar();
		expect(of(off, 'METHOD')).toBe('CANCEL');
		expect(of(off, 'STATUS')).toBe('CANCELLED');
		expect(Number(of(off, 'SEQUENCE'))).toBeGreaterThan(Number(of(moved, 'SEQUENCE')));
	})
);

test(
	'nothing of it is left when the application is deleted, and the time is free',
	withWorld(async (world) => {
		const { held, slots } = await invited(world);
		await choose(world, held, slots[0]!, { needs: 'Captions.' });
		await eraseExpression.within(world.as(held.actor), { ...held, sure: 'yes' });
		for (const table of ['interview_invitation', 'interview_choice', 'interview_note'])
			expect(await world.db.unsafe(`select 1 from programmes.${table}`)).toHaveLength(0);
		const { days } = await listInterviews.within(world.as(lead), { slug });
		expect(days.flatMap((one) => one.slots.map(({ booked }) => booked))).toEqual([null, null]);
	})
);
