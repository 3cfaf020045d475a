import { describe, expect, test } from 'vitest';
import { house } from '#shared/actor';
import { schedules } from '#server/use-case';
import { inLanguage } from '#words/language';
import {
	closeCall,
	extendDeadline,
	moveDates,
	redeemReturnCode,
	sendExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { begun, filledIn, save, sent } from '../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';
const day = 86_400_000;
const remind = (world: World, now: Date) =>
	schedules.find(({ name }) => name === 'remindDrafts')!.run(world.as(house, now));
const subjects = async (world: World, now?: Date) => (await world.post(now)).map(({ subject }) => subject);

const discreet = (subject: string) => expect(subject).not.toMatch(/Spring|programme|campaign/i);

describe('the receipt', () => {
	test(
		'comes by itself, with the reference, what happens next and when, and a way back that works',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const [letter] = await world.post();
			expect(letter).toMatchObject({
				to: 'asha@example.org',
				subject: `We have received application ${held.reference}`
			});
			for (const part of [
				held.reference,
				'12 noon UK time, Thursday 15 January 2026',
				'Friday 27 March 2026',
				'12 noon UK time, Wednesday 11 March 2026'
			])
				expect(letter!.text).toContain(part);
			const code = /^Return code: (\S+)$/m.exec(letter!.text)![1]!;
			expect((await redeemReturnCode.within(world.as(), { code })).reference).toBe(held.reference);
		})
	);
	test(
		'holds the answers only when they were asked for, and never what concerns access',
		withWorld(async (world) => {
			await aCall(world);
			await sent(world);
			const [bare] = await world.post();
			expect(bare!.text).not.toContain('Marsh estate');
			const held = await filledIn(world);
			await sendExpression.within(world.as(held.actor), { ...held, copy: 'yes' });
			await world.runJobs();
			const [letter] = await world.post();
			expect(letter!.text).toContain('Renters on the Marsh estate.');
			expect(letter!.text + letter!.html).not.toContain('without steps');
		})
	);
	test(
		'is in the language in which the applicant wrote',
		withWorld(async (world) => {
			await aCall(world);
			await inLanguage('cy', () => sent(world));
			const [letter] = await world.post();
			expect(letter).toMatchObject({
				locale: 'cy',
				subject: expect.stringContaining('Rydym wedi derbyn cais') as string
			});
			expect(letter!.text).toContain('/cy/return/');
		})
	);
	test(
		'goes to nobody who gave a telephone number only',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world);
			await save(world, held, 'contact', {
				'contact-name': 'Asha',
				'contact-name-version': '1',
				email: '',
				'email-version': '1',
				telephone: '01632 960 001'
			});
			await sendExpression.within(world.as(held.actor), held);
			await world.runJobs();
			expect(await world.post()).toEqual([]);
		})
	);
});

describe('reminders', () => {
	test(
		'come 30, 7 and 1 days before the deadline, then before the draft is deleted; each once however often the job runs',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world, { content: { keep: { draftDays: 60 } } });
			const held = await filledIn(world);
			const seen: string[] = [];
			for (let hours = -24 * 54; hours < 24 * 60; hours += 12) {
				const now = new Date(closesAt.getTime() + hours * 3_600_000);
				await remind(world, now);
				await remind(world, now);
				for (const subject of await subjects(world, now)) {
					discreet(subject);
					seen.push(`${hours / 24} ${subject}`);
				}
			}
			expect(seen).toEqual([
				`-30 30 days left to send application ${held.reference}`,
				`-7 7 days left to send application ${held.reference}`,
				`-1 1 day left to send application ${held.reference}`,
				`30 Draft ${held.reference} is deleted in 30 days`,
				`53 Draft ${held.reference} is deleted in 7 days`,
				`59 Draft ${held.reference} is deleted in 1 day`
			]);
		})
	);
	test(
		'do not come once it is sent, also when it is sent between writing and posting',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const held = await filledIn(world);
			await remind(world, new Date(closesAt.getTime() - 7 * day));
			await sendExpression.within(world.as(held.actor), held);
			expect(await world.post()).toEqual([]);
			await remind(world, new Date(closesAt.getTime() - day));
			expect(await world.post()).toEqual([]);
		})
	);
	test(
		'come to nobody without an address, or with one that is not finished',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			await begun(world);
			const held = await begun(world);
			await save(world, held, 'contact', { 'contact-name': 'Asha', email: 'asha@', telephone: '' });
			await remind(world, new Date(closesAt.getTime() - 7 * day));
			expect(await world.post()).toEqual([]);
		})
	);
});

describe('a deadline that moves', () => {
	const dates = { zone: 'Europe/London', opens: '2026-01-05T00:00' };
	const move = (world: World, closes: string) =>
		moveDates.within(world.as(lead), { slug, note: 'More time.', dates: { ...dates, closes } });

	test(
		'is told to everybody with a draft and an address, once, with the new instant; reminders count anew',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world);
			await begun(world);
			await sent(world);
			await world.post();
			await move(world, '2026-03-18T12:00');
			await world.runJobs();
			await world.runJobs();
			const letters = await world.post();
			expect(letters).toHaveLength(1);
			expect(letters[0]!.subject).toBe(`The deadline for application ${held.reference} has changed`);
			expect(letters[0]!.text).toContain('12 noon UK time, Wednesday 18 March 2026');
			await remind(world, new Date('2026-03-11T12:00:00Z'));
			expect(await subjects(world)).toEqual([`7 days left to send application ${held.reference}`]);
		})
	);
	test(
		'is told each time that it moves, and when a call is closed early',
		withWorld(async (world) => {
			await aCall(world);
			await filledIn(world);
			await move(world, '2026-03-18T12:00');
			await move(world, '2026-03-25T12:00');
			await world.runJobs();
			expect((await world.post()).at(-1)!.text).toContain('25 March 2026');
			await closeCall.within(world.as(lead, new Date('2026-02-02T10:00:00Z')), { slug, note: 'Full.' });
			await world.runJobs(new Date('2026-02-02T10:00:01Z'));
			expect((await world.post()).at(-1)!.text).toContain('10:15am UK time, Monday 2 February 2026');
		})
	);
	test(
		'for one person is told to that person',
		withWorld(async (world) => {
			await aCall(world);
			const [held] = [await filledIn(world), await filledIn(world)];
			const until = { day: '13', month: '3', year: '2026', time: '5pm' };
			await extendDeadline.within(world.as(lead, someDay), {
				reference: held.reference,
				until,
				why: 'Illness.'
			});
			await world.runJobs();
			const letters = await world.post();
			expect(letters.map(({ subject }) => subject)).toEqual([
				`You have more time for application ${held.reference}`
			]);
			expect(letters[0]!.text).toContain('5pm UK time, Friday 13 March 2026');
			expect(letters[0]!.text).not.toContain('Illness');
		})
	);
});
