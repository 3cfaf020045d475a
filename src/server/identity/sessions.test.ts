import { expect, test } from 'vitest';
import {
	endOtherSessions,
	endSession,
	recognise,
	showAccount,
	showFactors,
	type Known
} from '#server/identity';
import { house, visitor, type Actor } from '#shared/actor';
import { addsApp, amina, eira, eiraAtWork, joinsBy, minutes, signsIn } from '../../../tests/people.ts';
import { someDay, withWorld, type World } from '../../../tests/world.ts';
import { tidyAccounts } from './jobs.ts';

const hidden = { code: 'not-found' };
const hours = (count: number) => minutes(count * 60);
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);
const holds = async (world: World, token: string, at: Date) =>
	(await recognise.within(world.as(visitor, at), { token })) !== undefined;

test(
	'a session that nobody uses ends after twelve hours',
	withWorld(async (world) => {
		const { token } = await eiraAtWork(world);
		expect(await holds(world, token, hours(12))).toBe(false);
		// Looked at a moment earlier, it goes on from there.
		expect(await holds(world, token, justBefore(hours(12)))).toBe(true);
		expect(await holds(world, token, justBefore(hours(24)))).toBe(false);
	})
);

test(
	'and one that is used all the time after fourteen days',
	withWorld(async (world) => {
		const { token } = await eiraAtWork(world);
		for (let hour = 8; hour < 14 * 24; hour += 8) expect(await holds(world, token, hours(hour))).toBe(true);
		expect(await holds(world, token, justBefore(hours(14 * 24)))).toBe(true);
		expect(await holds(world, token, hours(14 * 24))).toBe(false);
	})
);

test(
	'reading writes down the time at most every five minutes',
	withWorld(async (world) => {
		const { token } = await eiraAtWork(world);
		const seen = async () =>
			(await world.db<{ seenAt: Date }[]>`select seen_at from identity.session`)[0]!.seenAt;
		await holds(world, token, justBefore(minutes(5)));
		expect(await seen()).toEqual(someDay);
		await holds(world, token, minutes(5));
		expect(await seen()).toEqual(minutes(5));
	})
);

test(
	'nobody sees an account or ends a session but its owner, with all that they owe',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const lead = await joinsBy(world, known.actor, amina);
		const low = await signsIn(world);
		const { session } = known;
		for (const actor of [visitor, house, low.actor] as Actor[]) {
			await expect(showAccount.within(world.as(actor), { session })).rejects.toMatchObject(hidden);
			await expect(endSession.within(world.as(actor), { session })).rejects.toMatchObject(hidden);
			await expect(endOtherSessions.within(world.as(actor), { session })).rejects.toMatchObject(hidden);
		}
		await expect(showFactors.within(world.as(), {})).rejects.toMatchObject(hidden);
		await expect(endSession.within(world.as(lead.actor), { session })).rejects.toMatchObject(hidden);
		const theirs = await showAccount.within(world.as(lead.actor), { session });
		expect(JSON.stringify(theirs)).not.toContain(eira.email);
		expect(theirs.sessions.every(({ isThis }) => !isThis)).toBe(true);
	})
);

test(
	'one sees where one is signed in, and ends it there',
	withWorld(async (world) => {
		const { known, token, app } = await eiraAtWork(world);
		const phone = await signsIn(world, eira.email, minutes(1));
		const view = await showAccount.within(world.as(known.actor, minutes(2)), { session: known.session });
		expect(view).toMatchObject({ name: eira.name, email: eira.email, isStaff: true, codesLeft: 0 });
		expect(view.sessions).toMatchObject([
			{ id: phone.session, browser: 'Firefox', system: 'Linux', isThis: false },
			{ id: known.session, isThis: true }
		]);
		await endSession.within(world.as(known.actor), { session: phone.session });
		await expect(endSession.within(world.as(known.actor), { session: phone.session })).rejects.toMatchObject(
			hidden
		);
		expect(app.secret).toHaveLength(20);
		expect(await holds(world, token, minutes(3))).toBe(true);
	})
);

test(
	'all others end at once; this one stays',
	withWorld(async (world) => {
		const { known, token } = await eiraAtWork(world);
		const others: Known[] = [await signsIn(world), await signsIn(world)];
		await endOtherSessions.within(world.as(known.actor), { session: known.session });
		const rows = await world.db<{ id: string }[]>`select id from identity.session`;
		expect(rows).toEqual([{ id: known.session }]);
		expect(others.map(({ session }) => session)).not.toContain(known.session);
		expect(await holds(world, token, minutes(1))).toBe(true);
	})
);

test(
	'what is over is not kept',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		await addsApp(world, known, minutes(5));
		await signsIn(world, eira.email, minutes(10));
		await tidyAccounts(world.as(house, hours(11)));
		expect(await world.db`select 1 from identity.session`).toHaveLength(1);
		expect(await world.db`select 1 from identity.sign_in`).toHaveLength(1);
		await tidyAccounts(world.as(house, hours(49)));
		expect(await world.db`select 1 from identity.session`).toHaveLength(0);
		expect(await world.db`select 1 from identity.sign_in`).toHaveLength(0);
		expect(await world.db`select 1 from identity.app`).toHaveLength(1);
	})
);
