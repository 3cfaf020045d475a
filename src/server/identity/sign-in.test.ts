import { expect, test } from 'vitest';
import {
	becomeFirstAdministrator,
	firstAdministratorLink,
	recognise,
	requestSignIn,
	signIn,
	signOut
} from '#server/identity';
import { inTransaction } from '#server/db';
import { house, visitor } from '#shared/actor';
import { someDay, withOwnWorld, withWorld } from '../../../tests/world.ts';
import { agent, eira, eiraJoins, firstToken, linkFor, minutes } from '../../../tests/people.ts';

const later = minutes;

test(
	'nobody gets a link for an address that nobody has, and the answer is the same',
	withWorld(async (world) => {
		await eiraJoins(world);
		const known = await requestSignIn.within(world.as(), { email: 'EIRA@example.org', locale: 'en' });
		const unknown = await requestSignIn.within(world.as(), { email: 'nobody@example.org', locale: 'en' });
		expect(unknown).toEqual(known);
		await world.runJobs();
		expect((await world.post()).map(({ to }) => to)).toEqual(['eira@example.org']);
	})
);

test(
	'a wrong, an expired, a used and an unknown link get one answer',
	withWorld(async (world) => {
		await eiraJoins(world);
		const refusal = { code: 'link-unusable', details: {} };
		await expect(signIn.within(world.as(), { token: 'unknown', agent })).rejects.toMatchObject(refusal);
		await expect(signIn.within(world.as(), { token: '', agent })).rejects.toMatchObject(refusal);
		const token = await linkFor(world);
		await expect(signIn.within(world.as(visitor, later(20)), { token, agent })).rejects.toMatchObject(
			refusal
		);
		await signIn.within(world.as(visitor, later(19)), { token, agent });
		await expect(signIn.within(world.as(visitor, later(19)), { token, agent })).rejects.toMatchObject(
			refusal
		);
	})
);

test(
	'a link signs in one millisecond before twenty minutes are over, and not at twenty',
	withWorld(async (world) => {
		await eiraJoins(world);
		const token = await linkFor(world);
		const last = new Date(later(20).getTime() - 1);
		await expect(signIn.within(world.as(visitor, later(20)), { token, agent })).rejects.toMatchObject({
			code: 'link-unusable'
		});
		await expect(signIn.within(world.as(visitor, last), { token, agent })).resolves.toMatchObject({
			onward: null
		});
	})
);

test(
	'the link is made when the mail is sent: nothing readable of it is stored',
	withWorld(async (world) => {
		await eiraJoins(world);
		const token = await linkFor(world);
		const everything = await world.db<{ text: string }[]>`
		select concat(sign_in::text) as text from identity.sign_in
		union all select concat(session::text) from identity.session
		union all select concat(letter::text) from mail.letter
		union all select concat(event::text) from house.event
		union all select data::text from pgboss.job`;
		expect(everything.length).toBeGreaterThan(5);
		for (const { text } of everything) expect(text).not.toContain(token);
	})
);

test(
	'a letter sent late brings a fresh link, and one for yesterday is not sent',
	withWorld(async (world) => {
		await eiraJoins(world);
		await requestSignIn.within(world.as(), { email: eira.email, locale: 'cy' });
		await world.runJobs();
		const [letter] = await world.post(later(120));
		const token = /\/cy\/sign-in\/link\/([\w-]+)/.exec(letter!.text)![1]!;
		await expect(signIn.within(world.as(visitor, later(130)), { token, agent })).resolves.toBeDefined();

		await requestSignIn.within(world.as(), { email: eira.email, locale: 'en' });
		await world.runJobs();
		expect(await world.post(later(25 * 60))).toEqual([]);
	})
);

test(
	'whoever signs in needs none of the other links that they asked for',
	withWorld(async (world) => {
		await eiraJoins(world);
		const one = await linkFor(world);
		const other = await linkFor(world);
		await signIn.within(world.as(), { token: other, agent });
		await expect(signIn.within(world.as(), { token: one, agent })).rejects.toMatchObject({
			code: 'link-unusable'
		});
	})
);

test(
	'one link pressed twice at the same moment signs in once',
	withOwnWorld(async (world) => {
		const token = await world.do(async (inside) => {
			await eiraJoins(inside);
			return linkFor(inside);
		});
		const press = () =>
			inTransaction((db) => signIn.within({ db, actor: visitor, now: later(1) }, { token, agent }));
		const results = await Promise.allSettled([press(), press(), press(), press()]);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await world.do(async ({ db }) => {
			// One of the first administrator, one of the link.
			expect(await db`select 1 from identity.session`).toHaveLength(2);
		});
	})
);

test(
	'where to go afterwards is an address of ours or none',
	withWorld(async (world) => {
		await eiraJoins(world);
		for (const [onward, kept] of [
			['//evil.example', null],
			['https://evil.example', null],
			['/\\evil.example', null],
			['/desk\n', null],
			['/desk/people', '/desk/people']
		] as const) {
			await requestSignIn.within(world.as(), { email: eira.email, locale: 'en', onward });
			const [row] = await world.db`select onward from identity.sign_in where used_at is null`;
			expect(row!['onward']).toBe(kept);
			await world.db`delete from identity.sign_in`;
		}
	})
);

test(
	'the cookie of nobody is nobody',
	withWorld(async (world) => {
		for (const token of ['', 'unknown', 'x'.repeat(100)])
			expect(await recognise.within(world.as(), { token })).toBeUndefined();
	})
);

test(
	'whoever signs in by a link owes the second factor that their role asks for',
	withWorld(async (world) => {
		await eiraJoins(world);
		const opened = await signIn.within(world.as(), { token: await linkFor(world), agent });
		expect(opened.owesFactor).toBe(true);
		const known = await recognise.within(world.as(), { token: opened.token });
		expect(known).toMatchObject({
			owesFactor: true,
			actor: { kind: 'person', assurance: 1, roles: ['administrator'] }
		});
		// What owes a factor grows old at once.
		expect(await recognise.within(world.as(visitor, later(30)), { token: opened.token })).toBeUndefined();
	})
);

test(
	'signing in again ends the session that this browser held',
	withWorld(async (world) => {
		const { token: previous } = await eiraJoins(world);
		const { token } = await signIn.within(world.as(), { token: await linkFor(world), agent, previous });
		expect(await recognise.within(world.as(), { token: previous })).toBeUndefined();
		expect(await recognise.within(world.as(), { token })).toBeDefined();
	})
);

test(
	'whoever signs out is nobody again, and signing out twice is no mistake',
	withWorld(async (world) => {
		const { token } = await eiraJoins(world);
		await signOut.within(world.as(), { token });
		expect(await recognise.within(world.as(), { token })).toBeUndefined();
		await signOut.within(world.as(), { token });
		expect((await world.events()).filter((name) => name === 'session.ended')).toHaveLength(1);
	})
);

test(
	'only we make the first link, and only while there has been no administrator',
	withWorld(async (world) => {
		await expect(firstAdministratorLink.within(world.as(), {})).rejects.toMatchObject({ code: 'not-found' });
		await eiraJoins(world);
		expect(await firstAdministratorLink.within(world.as(house), {})).toBeUndefined();
	})
);

test(
	'the first link works until it is used, and dies when the next one is made',
	withWorld(async (world) => {
		const old = await firstToken(world);
		const token = await firstToken(world);
		await expect(becomeFirstAdministrator.within(world.as(), { token: old, ...eira })).rejects.toMatchObject({
			code: 'link-unusable'
		});
		await becomeFirstAdministrator.within(world.as(visitor, later(60 * 24 * 90)), { token, ...eira });
		await expect(becomeFirstAdministrator.within(world.as(), { token, ...eira })).rejects.toMatchObject({
			code: 'link-unusable'
		});
		expect(await world.events()).toEqual(['person.joined', 'role.given', 'session.began']);
	})
);

test(
	'two who use the first link at the same moment: one becomes administrator',
	withOwnWorld(async (world) => {
		const token = await world.do(firstToken);
		const claim = (email: string) =>
			inTransaction((db) =>
				becomeFirstAdministrator.within({ db, actor: visitor, now: someDay }, { ...eira, token, email })
			);
		const results = await Promise.allSettled([claim('a@example.org'), claim('b@example.org')]);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await world.do(async ({ db }) => expect(await db`select 1 from identity.appointment`).toHaveLength(1));
	})
);

test(
	'the wrong shape is refused with one code a field',
	withWorld(async (world) => {
		const token = await firstToken(world);
		await expect(
			becomeFirstAdministrator.within(world.as(), { token, ...eira, name: ' ', email: 'eira' })
		).rejects.toMatchObject({ fields: { name: 'missing', email: 'not-an-email' } });
		await expect(requestSignIn.within(world.as(), { email: '', locale: 'en' })).rejects.toMatchObject({
			fields: { email: 'missing' }
		});
	})
);
