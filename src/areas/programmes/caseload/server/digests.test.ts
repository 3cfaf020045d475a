import { expect, test } from 'vitest';
import { house, visitor, type Actor } from '#shared/actor';
import {
	actOnMany,
	chooseRhythm,
	decideTakeOver,
	sendDigests,
	showCallDesk,
	showRhythm,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { filledIn, linkOnly, roleless, sentBy } from '../../../../../tests/expression-world.ts';
import { asks, later, three, waiting, why } from '../../../../../tests/hand-over-world.ts';
import { joins } from '../../../../../tests/lived-in/people.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const morning = new Date('2026-01-16T06:05:00Z');
const monday = new Date('2026-01-19T06:05:00Z');
const saturday = new Date('2026-01-17T06:05:00Z');

async function hanaOf(world: World): Promise<Actor & { kind: 'person' }> {
	const { id } = await joins(world, someDay, { name: 'Hana', roles: ['lead'] });
	return { kind: 'person', id, assurance: 2, roles: ['lead'] };
}
const write = (world: World, now: Date) => sendDigests.within(world.as(house, now), {});

test(
	'staff are written what is new, theirs and nobody’s, in numbers of what they may see, once a day',
	withWorld(async (world) => {
		await aCall(world);
		const hana = await hanaOf(world);
		const [ash, gone] = [await sentBy(world, 'Ash'), await sentBy(world, 'Gone')];
		await sentBy(world, 'Birch');
		await filledIn(world);
		for (const reference of [ash.reference, gone.reference])
			await actOnMany.within(world.as(lead), { slug, act: `assign:${hana.id}`, reference });
		await withdrawExpression.within(world.as(gone.actor), { ...gone, sure: 'yes' });
		await world.post();
		await write(world, morning);
		await write(world, morning);
		const letters = await world.post(morning);
		expect(letters).toHaveLength(1);
		const [letter] = letters;
		expect(letter).toMatchObject({ template: 'digest', subject: 'Your summary' });
		for (const words of [
			'2 applications are new',
			'1 was given to you',
			'You look after 1',
			'Nobody looks after 1'
		])
			expect(letter!.text).toContain(words);
		expect(JSON.stringify(letter)).not.toMatch(/Ash|Birch|Gone|Asha/);
		expect(letter!.text).not.toContain(ash.reference);
	})
);

test(
	'each chooses how often, and one press stops it; nothing new sends nothing, and who left gets none',
	withWorld(async (world) => {
		await aCall(world);
		const hana = await hanaOf(world);
		const held = await sentBy(world, 'Ash');
		for (const stranger of [visitor, held.actor, linkOnly, roleless]) {
			await expect(showRhythm.within(world.as(stranger), {})).rejects.toMatchObject({ code: 'not-found' });
			await expect(chooseRhythm.within(world.as(stranger), { rhythm: 'none' })).rejects.toMatchObject({
				code: 'not-found'
			});
		}
		await expect(sendDigests.within(world.as(hana), {})).rejects.toMatchObject({ code: 'not-found' });
		expect(await showRhythm.within(world.as(hana), {})).toEqual({ rhythm: 'daily' });
		await world.post();
		const lettersAt = async (now: Date) => {
			await write(world, now);
			return (await world.post(now)).length;
		};
		expect(await lettersAt(saturday)).toBe(0);
		await chooseRhythm.within(world.as(hana), { rhythm: 'weekly' });
		expect(await lettersAt(morning)).toBe(0);
		expect(await lettersAt(monday)).toBe(1);
		const week = 7 * 86_400_000;
		expect(await lettersAt(new Date(monday.getTime() + week))).toBe(0);
		await actOnMany.within(world.as(lead), { slug, act: `assign:${hana.id}`, reference: held.reference });
		await chooseRhythm.within(world.as(hana), { rhythm: 'none' });
		expect(await lettersAt(new Date(monday.getTime() + 2 * week))).toBe(0);
		await chooseRhythm.within(world.as(hana), { rhythm: 'daily' });
		await write(world, new Date(monday.getTime() + 3 * week));
		await world.db`update identity.appointment set ended_at = ${monday} where person = ${hana.id}`;
		expect(await world.post(new Date(monday.getTime() + 3 * week))).toHaveLength(0);
	})
);

test(
	'staff are written of asks to take over once the lead’s days have passed, in numbers, until somebody decided',
	withWorld(async (world) => {
		const all = await three(world);
		await hanaOf(world);
		await asks(world, all);
		await world.post();
		const lettersAt = async (now: Date) => {
			await write(world, now);
			return (await world.post(now)).filter(({ template }) => template === 'digest');
		};
		expect(await lettersAt(morning)).toEqual([]);
		const [letter] = await lettersAt(new Date('2026-01-22T12:05:00Z'));
		expect(letter!.text).toContain('1 person asks to lead an application');
		expect(letter!.text).toContain('/desk/programmes/spring/take-overs');
		expect(JSON.stringify(letter)).not.toMatch(/Owen|Asha|Damp/);
		expect(JSON.stringify(letter)).not.toContain(all.reference);
		const { going } = await showCallDesk.within(world.as(lead, later(8)), { slug });
		expect(going?.waiting.takeOvers).toBe(1);
		const [one] = await waiting(world, later(8));
		const decision = { slug, id: one!.id, answer: 'no', why } as never;
		await decideTakeOver.within(world.as(lead, later(8)), decision);
		expect(await lettersAt(later(8))).toEqual([]);
	})
);

test(
	'of three that run at the same moment one writes',
	withOwnWorld(async (own) => {
		await own.do(async (world) => {
			await aCall(world);
			await hanaOf(world);
			await sentBy(world, 'Ash');
			await world.post();
		});
		await Promise.all([1, 2, 3].map(() => own.do((world) => write(world, morning))));
		await own.do(async (world) => expect(await world.post(morning)).toHaveLength(1));
	})
);
