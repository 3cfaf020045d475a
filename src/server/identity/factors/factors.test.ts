import { expect, test } from 'vitest';
import {
	addApp,
	beginApp,
	giveAppCode,
	giveRecoveryCode,
	makeRecoveryCodes,
	recognise,
	removeApp,
	showBegunApp
} from '#server/identity';
import { inTransaction } from '#server/db';
import { visitor } from '#shared/actor';
import { newCode } from '#shared/tokens';
import { addsApp, appWith, eiraAtWork, eiraJoins, minutes, signsIn } from '../../../../tests/people.ts';
import { someDay, withOwnWorld, withWorld } from '../../../../tests/world.ts';

const hidden = { code: 'not-found' };
const wrong = { fields: { code: 'wrong-code' } };
const session = '00000000-0000-4000-8000-000000000000';

test(
	'visitors have no factors',
	withWorld(async (world) => {
		await expect(beginApp.within(world.as(), {})).rejects.toMatchObject(hidden);
		await expect(addApp.within(world.as(), { code: '000000', session })).rejects.toMatchObject(hidden);
		await expect(giveAppCode.within(world.as(), { code: '000000', session })).rejects.toMatchObject(hidden);
		await expect(makeRecoveryCodes.within(world.as(), {})).rejects.toMatchObject(hidden);
		await expect(giveRecoveryCode.within(world.as(), { code: newCode(), session })).rejects.toMatchObject(
			hidden
		);
	})
);

test(
	'whoever has a second factor cannot set up another by a link alone',
	withWorld(async (world) => {
		await eiraAtWork(world);
		const { actor, session } = await signsIn(world);
		await expect(beginApp.within(world.as(actor), {})).rejects.toMatchObject(hidden);
		await expect(showBegunApp.within(world.as(actor), {})).rejects.toMatchObject(hidden);
		await expect(addApp.within(world.as(actor), { code: '000000', session })).rejects.toMatchObject(hidden);
		await expect(removeApp.within(world.as(actor), {})).rejects.toMatchObject(hidden);
		await expect(makeRecoveryCodes.within(world.as(actor), {})).rejects.toMatchObject(hidden);
	})
);

test(
	'an app counts from its first right code, which raises the session under another token',
	withWorld(async (world) => {
		const { token } = await eiraJoins(world);
		const { actor, session } = (await recognise.within(world.as(), { token }))!;
		await beginApp.within(world.as(actor), {});
		const { letters, qr } = (await showBegunApp.within(world.as(actor), {}))!;
		expect(qr.path.length).toBeGreaterThan(1000);
		const app = appWith(letters);
		const [right, other] = [app.code(someDay), app.code(minutes(60))];
		await expect(addApp.within(world.as(actor), { code: other, session })).rejects.toMatchObject(wrong);
		expect((await recognise.within(world.as(), { token }))!.actor.assurance).toBe(1);

		const opened = await addApp.within(world.as(actor), { code: right, session });
		expect(await recognise.within(world.as(), { token })).toBeUndefined();
		const raised = await recognise.within(world.as(visitor, minutes(60)), { token: opened.token });
		expect(raised).toMatchObject({
			session,
			owesFactor: false,
			actor: { assurance: 2, roles: ['administrator'] }
		});
		expect(await showBegunApp.within(world.as(raised!.actor), {})).toBeUndefined();
	})
);

test(
	'the secret is sealed where it lies',
	withWorld(async (world) => {
		const { token } = await eiraJoins(world);
		const { actor } = (await recognise.within(world.as(), { token }))!;
		await beginApp.within(world.as(actor), {});
		const { letters } = (await showBegunApp.within(world.as(actor), {}))!;
		const [row] = await world.db<{ sealed: Buffer }[]>`select sealed from identity.app`;
		const secret = appWith(letters).secret;
		expect(row!.sealed.includes(Buffer.from(secret))).toBe(false);
		expect(row!.sealed.length).toBe(12 + 16 + secret.length);
	})
);

test(
	'what was begun is begun again after an hour',
	withWorld(async (world) => {
		const { token } = await eiraJoins(world);
		const { actor, session } = (await recognise.within(world.as(), { token }))!;
		await beginApp.within(world.as(actor), {});
		const { letters } = (await showBegunApp.within(world.as(actor), {}))!;
		const late = minutes(60);
		expect(await showBegunApp.within(world.as(actor, late), {})).toBeUndefined();
		const code = appWith(letters).code(late);
		await expect(addApp.within(world.as(actor, late), { code, session })).rejects.toMatchObject(wrong);
	})
);

test(
	'a code is taken once, and only the newest',
	withWorld(async (world) => {
		const { app } = await eiraAtWork(world);
		const { actor, session } = await signsIn(world);
		// The code that set it up was taken already.
		const first = app.code(someDay);
		await expect(giveAppCode.within(world.as(actor), { code: first, session })).rejects.toMatchObject(wrong);
		const at = minutes(1);
		await expect(giveAppCode.within(world.as(actor, at), { code: '000000', session })).rejects.toMatchObject(
			wrong
		);
		await expect(giveAppCode.within(world.as(actor, at), { code: '12345', session })).rejects.toMatchObject(
			wrong
		);
		const code = app.code(at);
		const opened = await giveAppCode.within(world.as(actor, at), {
			code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
			session
		});
		expect((await recognise.within(world.as(visitor, at), { token: opened.token }))!.actor.assurance).toBe(2);
		await expect(giveAppCode.within(world.as(actor, at), { code, session })).rejects.toMatchObject(wrong);
	})
);

test(
	'one code sent in two browsers at the same moment is taken once',
	withOwnWorld(async (world) => {
		const at = minutes(1);
		const { code, one, two } = await world.do(async (inside) => {
			const { app } = await eiraAtWork(inside);
			return { code: app.code(at), one: await signsIn(inside), two: await signsIn(inside) };
		});
		const give = ({ actor, session }: typeof one) =>
			inTransaction((db) => giveAppCode.within({ db, actor, now: at }, { code, session }));
		const results = await Promise.allSettled([give(one), give(two), give(one), give(two)]);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	})
);

test(
	"a factor raises one's own session only",
	withWorld(async (world) => {
		const { app, known } = await eiraAtWork(world);
		const at = minutes(1);
		await world.db`insert into identity.person (email, name, locale, since) values ('rosa@example.org', 'Rosa', 'en', ${someDay})`;
		const rosa = await signsIn(world, 'rosa@example.org');
		await expect(
			giveAppCode.within(world.as(known.actor, at), { code: app.code(at), session: rosa.session })
		).rejects.toMatchObject(hidden);
		await expect(
			giveAppCode.within(world.as(rosa.actor, at), { code: app.code(at), session: rosa.session })
		).rejects.toMatchObject(wrong);
	})
);

test(
	'staff keep their last factor; whoever has no role may leave it',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		await expect(removeApp.within(world.as(known.actor), {})).rejects.toMatchObject({ code: 'last-factor' });

		await world.db`insert into identity.person (email, name, locale, since) values ('rosa@example.org', 'Rosa', 'en', ${someDay})`;
		const { known: rosa } = await addsApp(world, await signsIn(world, 'rosa@example.org'));
		await makeRecoveryCodes.within(world.as(rosa.actor), {});
		await removeApp.within(world.as(rosa.actor), {});
		expect(await world.db`select 1 from identity.recovery_code`).toHaveLength(0);
		expect(await world.db`select 1 from identity.app where person = ${rosa.actor.id}`).toHaveLength(0);
	})
);

test(
	'another app takes the place of the one before',
	withWorld(async (world) => {
		const { app, known } = await eiraAtWork(world);
		const at = minutes(2);
		const { app: newer } = await addsApp(world, known, at);
		const later = minutes(4);
		const { actor, session } = await signsIn(world, undefined, later);
		await expect(
			giveAppCode.within(world.as(actor, later), { code: app.code(later), session })
		).rejects.toMatchObject(wrong);
		await giveAppCode.within(world.as(actor, later), { code: newer.code(later), session });
	})
);

test(
	'whoever has no second factor gets no codes in its place',
	withWorld(async (world) => {
		await world.db`insert into identity.person (email, name, locale, since) values ('rosa@example.org', 'Rosa', 'en', ${someDay})`;
		const { actor } = await signsIn(world, 'rosa@example.org');
		await expect(makeRecoveryCodes.within(world.as(actor), {})).rejects.toMatchObject({ code: 'no-factor' });
	})
);

test(
	'a code from paper works once, however it is written; a wrong one never',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const { codes } = await makeRecoveryCodes.within(world.as(known.actor), {});
		expect(new Set(codes).size).toBe(10);
		const { actor, session } = await signsIn(world);
		for (const code of ['', 'nonsense', newCode()])
			await expect(giveRecoveryCode.within(world.as(actor), { code, session })).rejects.toMatchObject({
				code: 'unusable'
			});
		const written = codes[3]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
		await giveRecoveryCode.within(world.as(actor), { code: written, session });
		const again = await signsIn(world);
		await expect(
			giveRecoveryCode.within(world.as(again.actor), { code: codes[3]!, session: again.session })
		).rejects.toMatchObject(wrong);
		const stored = await world.db<
			{ text: string }[]
		>`select recovery_code::text as text from identity.recovery_code`;
		expect(stored).toHaveLength(10);
		for (const { text } of stored) for (const code of codes) expect(text).not.toContain(code);
	})
);

test(
	'new codes end the old ones',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const { codes: old } = await makeRecoveryCodes.within(world.as(known.actor), {});
		await makeRecoveryCodes.within(world.as(known.actor), {});
		const { actor, session } = await signsIn(world);
		await expect(giveRecoveryCode.within(world.as(actor), { code: old[0]!, session })).rejects.toMatchObject(
			wrong
		);
	})
);

test(
	'one code from paper sent twice at the same moment is taken once',
	withOwnWorld(async (world) => {
		const { code, one, two } = await world.do(async (inside) => {
			const { known } = await eiraAtWork(inside);
			const { codes } = await makeRecoveryCodes.within(inside.as(known.actor), {});
			return { code: codes[0]!, one: await signsIn(inside), two: await signsIn(inside) };
		});
		const give = ({ actor, session }: typeof one) =>
			inTransaction((db) => giveRecoveryCode.within({ db, actor, now: someDay }, { code, session }));
		const results = await Promise.allSettled([give(one), give(two)]);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	})
);
