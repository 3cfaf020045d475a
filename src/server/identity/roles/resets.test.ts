import { expect, test } from 'vitest';
import { acceptInvitation, askForReset, decideReset, endRole, invitePerson, listPeople, makeRecoveryCodes, recognise, resetFactor, showPerson, type Known } from '#server/identity'; // prettier-ignore
import { inTransaction } from '#server/db';
import { house, visitor, type Actor } from '#shared/actor';
import { addsApp, amina, eira, eiraAtWork, invitationFor, joinsBy, minutes, rosa, signsIn, tomos } from '../../../../tests/people.ts'; // prettier-ignore
import { someDay, withOwnWorld, withWorld, type World } from '../../../../tests/world.ts';

const hidden = { code: 'not-found' };
const days = (count: number) => minutes(count * 24 * 60);

/** Three administrators and a lead; the lead has lost her phone. */
async function hostOf(world: World) {
	const { known: one } = await eiraAtWork(world);
	const [two, three] = [await joinsBy(world, one.actor, rosa), await joinsBy(world, one.actor, tomos)];
	const lost = await joinsBy(world, one.actor, amina);
	return { one, two, three, lost };
}
async function asks(world: World, { actor }: Known, { actor: { id } }: Known, at = someDay): Promise<string> {
	await askForReset.within(world.as(actor, at), { person: id });
	const [row] = await world.db<
		{ id: string }[]
	>`select id from identity.reset where person = ${id} and decided_at is null`;
	return row!.id;
}
const agree = (world: World, actor: Actor, reset: string, at = someDay) =>
	decideReset.within(world.as(actor, at), { reset, agreed: 'yes' });

test(
	'only an administrator asks, and never for themselves',
	withWorld(async (world) => {
		const { one, lost } = await hostOf(world);
		const person = lost.actor.id;
		for (const actor of [visitor, lost.actor, { ...one.actor, assurance: 1 } as const, house])
			await expect(askForReset.within(world.as(actor), { person })).rejects.toMatchObject(hidden);
		await expect(askForReset.within(world.as(one.actor), { person: one.actor.id })).rejects.toMatchObject(
			hidden
		);
		await askForReset.within(world.as(one.actor), { person });
		await expect(askForReset.within(world.as(one.actor), { person })).rejects.toMatchObject({
			code: 'reset-asked'
		});
	})
);

test(
	'whoever asked does not agree, nor does the person, nor a lead',
	withWorld(async (world) => {
		const { one, two, three, lost } = await hostOf(world);
		const reset = await asks(world, one, lost);
		for (const actor of [visitor, one.actor, lost.actor, { ...two.actor, assurance: 1 } as const, house])
			await expect(agree(world, actor, reset)).rejects.toMatchObject(hidden);
		const mine = await asks(world, one, two);
		await expect(agree(world, two.actor, mine)).rejects.toMatchObject(hidden);
		await expect(agree(world, three.actor, 'nonsense')).rejects.toMatchObject({
			fields: { reset: 'not-found' }
		});
		expect(await world.db`select 1 from identity.app where person = ${lost.actor.id}`).toHaveLength(1);
	})
);

test(
	'nobody agrees to what they asked themselves by holding a second role, or by holding it anew',
	withWorld(async (world) => {
		const { one, two, lost } = await hostOf(world);
		const reset = await asks(world, one, lost);
		const both: Actor = { ...one.actor, roles: ['administrator', 'lead'] };
		await expect(agree(world, both, reset)).rejects.toMatchObject(hidden);
		await endRole.within(world.as(two.actor), { person: one.actor.id, role: 'administrator' });
		const again = await joinsAgain(world, two);
		expect(again.actor).toMatchObject({ id: one.actor.id, roles: ['administrator'] });
		await expect(agree(world, again.actor, reset)).rejects.toMatchObject(hidden);
		// Not even past our rules: the database holds it too.
		await expect(
			world.db.savepoint(
				(db) =>
					db`update identity.reset set decided_by = asked_by, decided_at = ${someDay}, agreed = true where id = ${reset}`
			)
		).rejects.toMatchObject({ constraint_name: 'two_administrators' });
		await expect(
			world.db.savepoint(
				(db) =>
					db`insert into identity.reset (person, asked_by, asked_at) values (${one.actor.id}, ${one.actor.id}, ${someDay})`
			)
		).rejects.toMatchObject({ constraint_name: 'nobody_asks_for_themselves' });
	})
);

async function joinsAgain(world: World, { actor }: Known): Promise<Known> {
	await invitePerson.within(world.as(actor), {
		email: eira.email,
		role: 'administrator',
		until: {},
		locale: 'en'
	});
	const token = await invitationFor(world, eira.email);
	const { token: opened } = await acceptInvitation.within(world.as(), { token, locale: 'en', agent: '' });
	const known = (await recognise.within(world.as(), { token: opened }))!;
	return { ...known, actor: { ...known.actor, assurance: 2 } };
}

test(
	'an administrator who is one no more has not asked',
	withWorld(async (world) => {
		const { one, two, three, lost } = await hostOf(world);
		const reset = await asks(world, one, lost);
		await endRole.within(world.as(two.actor), { person: one.actor.id, role: 'administrator' });
		await expect(agree(world, three.actor, reset)).rejects.toMatchObject(hidden);
	})
);

test(
	'asked and not decided for seven days, it is forgotten and can be asked again',
	withWorld(async (world) => {
		const { one, two, lost } = await hostOf(world);
		const reset = await asks(world, one, lost);
		await expect(agree(world, two.actor, reset, days(7))).rejects.toMatchObject(hidden);
		expect((await listPeople.within(world.as(two.actor, days(7)), {})).resets).toEqual([]);
		await asks(world, one, lost, days(7));
	})
);

test(
	'two administrators together: the factors are forgotten, the sessions end, the owner reads of it',
	withWorld(async (world) => {
		const { one, two, lost } = await hostOf(world);
		const { known: again, token } = await addsApp(world, lost, minutes(5));
		await makeRecoveryCodes.within(world.as(again.actor), {});
		const reset = await asks(world, one, lost);
		expect((await listPeople.within(world.as(one.actor), {})).resets).toMatchObject([
			{ name: amina.name, mayDecide: false }
		]);
		expect((await showPerson.within(world.as(two.actor), { person: lost.actor.id })).reset).toMatchObject({
			mayDecide: true,
			askerName: eira.name
		});
		await world.runJobs();
		await world.post();

		await agree(world, two.actor, reset);
		expect(await recognise.within(world.as(visitor, minutes(6)), { token })).toBeUndefined();
		await world.runJobs();
		expect(await world.post()).toMatchObject([{ to: amina.email, template: 'account-changed' }]);
		// By a link alone she sets up a new one, and is at work again.
		const low = await signsIn(world, amina.email, minutes(7));
		const { known } = await addsApp(world, low, minutes(8));
		expect(known.actor).toMatchObject({ assurance: 2, roles: ['lead'] });
	})
);

test(
	'refused, nothing changes, and it can be asked anew',
	withWorld(async (world) => {
		const { one, two, lost } = await hostOf(world);
		const reset = await asks(world, one, lost);
		await decideReset.within(world.as(two.actor), { reset, agreed: 'no' });
		await expect(agree(world, two.actor, reset)).rejects.toMatchObject(hidden);
		expect(await world.db`select 1 from identity.app where person = ${lost.actor.id}`).toHaveLength(1);
		await asks(world, two, lost);
	})
);

test(
	'two who decide at the same moment: one decision holds',
	withOwnWorld(async (world) => {
		const { two, three, reset } = await world.do(async (inside) => {
			const all = await hostOf(inside);
			return { ...all, reset: await asks(inside, all.one, all.lost) };
		});
		const decides = (actor: Actor, agreed: 'yes' | 'no') =>
			inTransaction((db) => decideReset.within({ db, actor, now: someDay }, { reset, agreed }));
		const results = await Promise.allSettled([
			decides(two.actor, 'yes'),
			decides(three.actor, 'no'),
			decides(two.actor, 'yes')
		]);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	})
);

test(
	'the command line of who runs the server resets too, and nobody else by that way',
	withWorld(async (world) => {
		const { one, lost } = await hostOf(world);
		for (const actor of [visitor, one.actor, lost.actor])
			await expect(resetFactor.within(world.as(actor), { email: amina.email })).rejects.toMatchObject(hidden);
		await expect(resetFactor.within(world.as(house), { email: 'nobody@example.org' })).rejects.toMatchObject(
			hidden
		);
		await resetFactor.within(world.as(house), { email: amina.email.toUpperCase() });
		expect(await world.db`select 1 from identity.app where person = ${lost.actor.id}`).toHaveLength(0);
	})
);
