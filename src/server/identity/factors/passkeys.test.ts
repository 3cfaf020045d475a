import { expect, test } from 'vitest';
import {
	addPasskey,
	askForPasskey,
	askToAddPasskey,
	askToSignInWithPasskey,
	givePasskey,
	recognise,
	removePasskey,
	showAccount,
	signInWithPasskey,
	type Known
} from '#server/identity';
import { visitor } from '#shared/actor';
import { inTransaction } from '#server/db';
import { Authenticator } from '../../../../tests/authenticator.ts';
import { agent, eiraAtWork, eiraJoins, minutes, signsIn } from '../../../../tests/people.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../tests/world.ts';

const origin = 'https://placard.example.org';
const refused = { code: 'passkey-refused' };
const hidden = { code: 'not-found' };
const session = '00000000-0000-4000-8000-000000000000';

async function joins(world: World): Promise<Known> {
	const { token } = await eiraJoins(world);
	return (await recognise.within(world.as(), { token }))!;
}
async function addsPasskey(world: World, { actor, session }: Known, key = new Authenticator(origin)) {
	const options = await askToAddPasskey.within(world.as(actor), { origin, session });
	const opened = await addPasskey.within(world.as(actor), {
		response: key.make(options),
		origin,
		session,
		agent
	});
	return { key, opened, known: (await recognise.within(world.as(), { token: opened.token }))! };
}

test(
	'visitors have no passkeys, and a link alone adds none beside another factor',
	withWorld(async (world) => {
		await expect(askToAddPasskey.within(world.as(), { origin, session })).rejects.toMatchObject(hidden);
		await expect(askForPasskey.within(world.as(), { origin, session })).rejects.toMatchObject(hidden);
		await eiraAtWork(world);
		const { actor, session: low } = await signsIn(world);
		await expect(askToAddPasskey.within(world.as(actor), { origin, session: low })).rejects.toMatchObject(
			hidden
		);
		const response = new Authenticator(origin).make({ challenge: 'x', user: { id: 'x' } });
		await expect(
			addPasskey.within(world.as(actor), { response, origin, session: low, agent })
		).rejects.toMatchObject(hidden);
	})
);

test(
	'what a browser at another address made, or for another challenge, is refused',
	withWorld(async (world) => {
		const { actor, session } = await joins(world);
		// Each with a challenge of its own, so that nothing but what is named is wrong.
		const ask = () => askToAddPasskey.within(world.as(actor), { origin, session });
		const add = (response: string, at = someDay) =>
			addPasskey.within(world.as(actor, at), { response, origin, session, agent });
		const key = new Authenticator(origin);
		for (const wrong of [
			{ origin: 'https://placard.example.org.evil.example' },
			{ origin: 'http://placard.example.org' },
			{ rpId: 'evil.example' },
			{ type: 'webauthn.get' },
			{ challenge: Buffer.from('never made').toString('base64url') }
		])
			await expect(add(key.make(await ask(), wrong)), JSON.stringify(wrong)).rejects.toMatchObject(refused);
		await expect(add(key.make(await ask()), minutes(5))).rejects.toMatchObject(refused);
		for (const response of [
			'',
			'{}',
			'null',
			'[]',
			'{"id":"x"}',
			key.make(await ask()).replace('public-key', 'password'),
			'x'.repeat(70_000)
		])
			await expect(add(response)).rejects.toMatchObject({ fields: { response: 'passkey-refused' } });
		expect(await world.db`select 1 from identity.passkey`).toHaveLength(0);
	})
);

test(
	"a challenge is its session's own and works once",
	withWorld(async (world) => {
		const eira = await joins(world);
		const other = await signsIn(world);
		const options = await askToAddPasskey.within(world.as(eira.actor), { origin, session: eira.session });
		const key = new Authenticator(origin);
		const response = key.make(options);
		await expect(
			addPasskey.within(world.as(other.actor), { response, origin, session: other.session, agent })
		).rejects.toMatchObject(refused);
		await addPasskey.within(world.as(eira.actor), { response, origin, session: eira.session, agent });
		const raised = { ...eira.actor, assurance: 2 as const };
		const another = new Authenticator(origin).make(options);
		await expect(
			addPasskey.within(world.as(raised), { response: another, origin, session: eira.session, agent })
		).rejects.toMatchObject(refused);
	})
);

test(
	'a passkey that is added raises the session under another token',
	withWorld(async (world) => {
		const eira = await joins(world);
		const { opened, known } = await addsPasskey(world, eira);
		expect(opened.codesLeft).toBe(0);
		expect(known).toMatchObject({ session: eira.session, owesFactor: false, actor: { assurance: 2 } });
		const { passkeys } = await showAccount.within(world.as(known.actor), { session: known.session });
		expect(passkeys).toMatchObject([{ name: 'Firefox, Linux', usedAt: null }]);
	})
);

test(
	'one authenticator is one passkey, whoever adds it',
	withWorld(async (world) => {
		const { key, known } = await addsPasskey(world, await joins(world));
		const options = await askToAddPasskey.within(world.as(known.actor), { origin, session: known.session });
		expect(options.excludeCredentials).toMatchObject([{ id: key.id, transports: ['internal'] }]);
	})
);

test(
	'after a link, the passkey is the second factor; of another account it is none',
	withWorld(async (world) => {
		const { key } = await addsPasskey(world, await joins(world));
		const low = await signsIn(world);
		const options = await askForPasskey.within(world.as(low.actor), { origin, session: low.session });
		expect(options.allowCredentials).toMatchObject([{ id: key.id }]);

		await world.db`insert into identity.person (email, name, locale, since) values ('rosa@example.org', 'Rosa', 'en', ${someDay})`;
		const rosa = await signsIn(world, 'rosa@example.org');
		const theirs = await askForPasskey.within(world.as(rosa.actor), { origin, session: rosa.session });
		await expect(
			givePasskey.within(world.as(rosa.actor), { response: key.give(theirs), origin, session: rosa.session })
		).rejects.toMatchObject(refused);

		const response = key.give(options, { verified: false });
		const opened = await givePasskey.within(world.as(low.actor), { response, origin, session: low.session });
		expect((await recognise.within(world.as(), { token: opened.token }))!.actor.assurance).toBe(2);
		await expect(
			givePasskey.within(world.as(low.actor), { response, origin, session: low.session })
		).rejects.toMatchObject(refused);
	})
);

test(
	'in one step: only where the device checked its owner, once, and within five minutes',
	withWorld(async (world) => {
		const { key } = await addsPasskey(world, await joins(world));
		const ask = () => askToSignInWithPasskey.within(world.as(), { origin });
		const give = (response: string, at = someDay) =>
			signInWithPasskey.within(world.as(visitor, at), { response, origin, agent });
		const options = await ask();
		expect(options.allowCredentials).toEqual([]);
		for (const wrong of [
			{ verified: false },
			{ origin: 'https://evil.example' },
			{ rpId: 'evil.example' },
			{ userHandle: '' },
			{ userHandle: Buffer.from(session).toString('base64url') },
			{ challenge: 'AAAA' }
		])
			await expect(give(key.give(await ask(), wrong)), JSON.stringify(wrong)).rejects.toMatchObject(refused);
		await expect(give(new Authenticator(origin).give(await ask()))).rejects.toMatchObject(refused);
		await expect(give(key.give(await ask()), minutes(5))).rejects.toMatchObject(refused);

		const response = key.give(await ask());
		const opened = await give(response);
		expect(opened.owesFactor).toBe(false);
		expect((await recognise.within(world.as(), { token: opened.token }))!.actor).toMatchObject({
			assurance: 2,
			roles: ['administrator']
		});
		await expect(give(response)).rejects.toMatchObject(refused);
		// What was asked for a second factor signs nobody in.
		const low = await signsIn(world);
		const second = await askForPasskey.within(world.as(low.actor), { origin, session: low.session });
		await expect(give(key.give(second))).rejects.toMatchObject(refused);
	})
);

test(
	'a counter that falls back is a copy of the passkey, and refused',
	withWorld(async (world) => {
		const { key } = await addsPasskey(world, await joins(world));
		const sign = async (counter: number) => {
			const options = await askToSignInWithPasskey.within(world.as(), { origin });
			return signInWithPasskey.within(world.as(), {
				response: key.give(options, { counter }),
				origin,
				agent
			});
		};
		await sign(7);
		await expect(sign(7)).rejects.toMatchObject(refused);
		await expect(sign(3)).rejects.toMatchObject(refused);
		await sign(8);
	})
);

test(
	'one signature sent twice at the same moment signs in once',
	withOwnWorld(async (world) => {
		const response = await world.do(async (inside) => {
			const { key } = await addsPasskey(inside, await joins(inside));
			return key.give(await askToSignInWithPasskey.within(inside.as(), { origin }));
		});
		const send = () =>
			inTransaction((db) =>
				signInWithPasskey.within({ db, actor: visitor, now: someDay }, { response, origin, agent })
			);
		const results = await Promise.allSettled([send(), send(), send()]);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	})
);

test(
	"the last passkey of staff stays; nobody removes another's",
	withWorld(async (world) => {
		const { known } = await addsPasskey(world, await joins(world));
		const [row] = await world.db<{ id: string }[]>`select id from identity.passkey`;
		await expect(removePasskey.within(world.as(known.actor), { passkey: row!.id })).rejects.toMatchObject({
			code: 'last-factor'
		});
		const { known: two } = await addsPasskey(world, known);
		await expect(removePasskey.within(world.as(two.actor), { passkey: session })).rejects.toMatchObject(
			hidden
		);
		await removePasskey.within(world.as(two.actor), { passkey: row!.id });
		expect(await world.db`select 1 from identity.passkey`).toHaveLength(1);
	})
);
