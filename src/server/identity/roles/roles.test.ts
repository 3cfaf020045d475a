import { expect, test } from 'vitest';
import {
	acceptInvitation,
	endRole,
	inviteAdministrator,
	invitePerson,
	listPeople,
	recognise,
	showInvitation,
	showPerson,
	withdrawInvitation,
	type Known
} from '#server/identity';
import { inTransaction } from '#server/db';
import { house, visitor, type Actor } from '#shared/actor';
import { agent, amina, eira, eiraAtWork, invitationFor, joinsBy, minutes, rosa, signsIn, tomos } from '../../../../tests/people.ts'; // prettier-ignore
import { someDay, withOwnWorld, withWorld, type World } from '../../../../tests/world.ts';

const hidden = { code: 'not-found' };
const unusable = { code: 'link-unusable' };
const forAmina = { email: amina.email, role: amina.role, until: {}, locale: 'en' } as const;
const days = (count: number) => minutes(count * 24 * 60);

async function accepts(world: World, token: string, at = someDay, name = 'Amina Yusuf') {
	return acceptInvitation.within(world.as(visitor, at), { token, name, locale: 'en', agent });
}
const lowered = (actor: Known['actor']): Actor => ({ ...actor, assurance: 1 });

test(
	'only an administrator who gave their second factor invites',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const lead = await joinsBy(world, known.actor, amina);
		for (const actor of [visitor, lead.actor, lowered(known.actor), house])
			await expect(
				invitePerson.within(world.as(actor), { ...forAmina, email: 'new@example.org' })
			).rejects.toMatchObject(hidden);
		for (const actor of [visitor, lead.actor, known.actor])
			await expect(
				inviteAdministrator.within(world.as(actor), { email: 'new@example.org' })
			).rejects.toMatchObject(hidden);
	})
);

test(
	'what makes no invitation is said by field',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const invite = (input: object) => invitePerson.within(world.as(known.actor), { ...forAmina, ...input });
		await expect(invite({ email: 'amina' })).rejects.toMatchObject({ fields: { email: 'not-an-email' } });
		await expect(invite({ role: 'owner' })).rejects.toMatchObject({ fields: { role: 'not-an-option' } });
		await expect(invite({ until: { day: '31', month: '2', year: '2027' } })).rejects.toMatchObject({
			fields: { until: 'not-a-date' }
		});
		await expect(invite({ until: { day: '14', month: '1', year: '2026' } })).rejects.toMatchObject({
			fields: { until: 'over-already' }
		});
		await expect(invite({ email: eira.email, role: 'administrator' })).rejects.toMatchObject({
			code: 'has-role'
		});
	})
);

test(
	'an invitation is for its address, works once, and gives the role of it',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		await invitePerson.within(world.as(known.actor), forAmina);
		const token = await invitationFor(world, amina.email);
		await expect(showInvitation.within(world.as(), { token: 'wrong' })).rejects.toMatchObject(unusable);
		expect(await showInvitation.within(world.as(), { token })).toEqual({
			email: amina.email,
			role: 'lead',
			until: null,
			isNew: true
		});
		await expect(accepts(world, 'wrong')).rejects.toMatchObject(unusable);
		await expect(acceptInvitation.within(world.as(), { token, locale: 'en', agent })).rejects.toMatchObject({
			fields: { name: 'missing' }
		});
	})
);

test(
	'whoever else is signed in there, the role is of the person with the address',
	withWorld(async (world) => {
		const { known, token: previous } = await eiraAtWork(world);
		await invitePerson.within(world.as(known.actor), forAmina);
		const token = await invitationFor(world, amina.email);
		const opened = await acceptInvitation.within(world.as(known.actor), {
			token,
			name: amina.name,
			locale: 'en',
			agent,
			previous
		});
		const recognised = (await recognise.within(world.as(), { token: opened.token }))!;
		expect(recognised).toMatchObject({ owesFactor: true, actor: { assurance: 1, roles: ['lead'] } });
		expect(recognised.actor.id).not.toBe(known.actor.id);
		expect(await recognise.within(world.as(), { token: previous })).toBeUndefined();
		await expect(accepts(world, token)).rejects.toMatchObject(unusable);
		await expect(showInvitation.within(world.as(), { token })).rejects.toMatchObject(unusable);
		expect(await world.events()).toContain('invitation.accepted');
	})
);

test(
	'an invitation lasts fourteen days from when its link was made, and a new one ends the old',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		await invitePerson.within(world.as(known.actor), forAmina);
		const first = await invitationFor(world, amina.email);
		await invitePerson.within(world.as(known.actor), forAmina);
		const token = await invitationFor(world, amina.email);
		await expect(accepts(world, first)).rejects.toMatchObject(unusable);
		await expect(accepts(world, token, days(14))).rejects.toMatchObject(unusable);
		await accepts(world, token, new Date(days(14).getTime() - 1));
	})
);

test(
	'an invitation that is withdrawn opens nothing, and is not sent',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		await invitePerson.within(world.as(known.actor), forAmina);
		const token = await invitationFor(world, amina.email);
		const { invitations } = await listPeople.within(world.as(known.actor), {});
		const invitation = invitations[0]!.id;
		await expect(
			withdrawInvitation.within(world.as(lowered(known.actor)), { invitation })
		).rejects.toMatchObject(hidden);
		await withdrawInvitation.within(world.as(known.actor), { invitation });
		await expect(withdrawInvitation.within(world.as(known.actor), { invitation })).rejects.toMatchObject(
			hidden
		);
		await expect(accepts(world, token)).rejects.toMatchObject(unusable);

		await invitePerson.within(world.as(known.actor), { ...forAmina, email: 'late@example.org' });
		const [open] = (await listPeople.within(world.as(known.actor), {})).invitations;
		await world.runJobs();
		await withdrawInvitation.within(world.as(known.actor), { invitation: open!.id });
		expect((await world.post()).filter(({ template }) => template === 'invitation')).toEqual([]);
	})
);

test(
	'one invitation redeemed twice at the same moment gives one role',
	withOwnWorld(async (world) => {
		const token = await world.do(async (inside) => {
			const { known } = await eiraAtWork(inside);
			await invitePerson.within(inside.as(known.actor), forAmina);
			return invitationFor(inside, amina.email);
		});
		const redeem = (name: string) =>
			inTransaction((db) =>
				acceptInvitation.within({ db, actor: visitor, now: someDay }, { token, name, locale: 'en', agent })
			);
		const results = await Promise.allSettled(['Amina', 'Amina Yusuf', 'A Yusuf'].map(redeem));
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await world.do(async ({ db }) => {
			expect(await db`select 1 from identity.appointment where role = 'lead'`).toHaveLength(1);
			expect(await db`select 1 from identity.person where email = ${amina.email}`).toHaveLength(1);
		});
	})
);

test(
	'a role holds to the last moment of its last day, UK time',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const lead = await joinsBy(world, known.actor, {
			...amina,
			until: { day: '31', month: '3', year: '2026' }
		});
		// Clocks went forward on 29 March: the day ends at 23:00 UTC.
		const end = new Date('2026-03-31T23:00:00Z');
		const at = async (now: Date) => (await signsInAt(world, now)).actor.roles;
		expect(await at(new Date(end.getTime() - 1))).toEqual(['lead']);
		expect(await at(end)).toEqual([]);
		expect(lead.actor.roles).toEqual(['lead']);
	})
);

async function signsInAt(world: World, now: Date): Promise<Known> {
	return signsIn(world, amina.email, now);
}

test(
	'a role that is ended is over at once, also where its holder is signed in',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const lead = await joinsBy(world, known.actor, amina);
		const person = lead.actor.id;
		await expect(
			endRole.within(world.as(lead.actor), { person: known.actor.id, role: 'administrator' })
		).rejects.toMatchObject(hidden);
		await expect(
			endRole.within(world.as(known.actor), { person, role: 'administrator' })
		).rejects.toMatchObject({ code: 'not-found' });
		await endRole.within(world.as(known.actor), { person, role: 'lead' });
		expect((await signsIn(world, amina.email)).actor.roles).toEqual([]);
		await expect(listPeople.within(world.as({ ...lead.actor, roles: [] }), {})).rejects.toMatchObject(hidden);
		await expect(endRole.within(world.as(known.actor), { person, role: 'lead' })).rejects.toMatchObject(
			hidden
		);
	})
);

test(
	'the last administrator stays, whatever else is only for a time',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const me = { person: known.actor.id, role: 'administrator' } as const;
		await expect(endRole.within(world.as(known.actor), me)).rejects.toMatchObject({
			code: 'last-administrator'
		});
		await joinsBy(world, known.actor, { ...rosa, until: { day: '1', month: '1', year: '2027' } });
		await expect(endRole.within(world.as(known.actor), me)).rejects.toMatchObject({
			code: 'last-administrator'
		});
		await joinsBy(world, known.actor, tomos);
		await endRole.within(world.as(known.actor), me);
		expect((await signsIn(world, eira.email)).actor.roles).toEqual([]);
	})
);

test(
	'two administrators who end each other at the same moment: one stays',
	withOwnWorld(async (world) => {
		const [one, two] = await world.do(async (inside) => {
			const { known } = await eiraAtWork(inside);
			return [known, await joinsBy(inside, known.actor, rosa)] as const;
		});
		const end = (actor: Actor, person: string) =>
			inTransaction((db) => endRole.within({ db, actor, now: someDay }, { person, role: 'administrator' }));
		const results = await Promise.allSettled([end(one.actor, two.actor.id), end(two.actor, one.actor.id)]);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	})
);

test(
	'from the command line, an invitation is handed over as a link and not sent',
	withWorld(async (world) => {
		const link = await inviteAdministrator.within(world.as(house), { email: rosa.email });
		await world.runJobs();
		expect(await world.post()).toEqual([]);
		const opened = await accepts(world, link.split('/').at(-1)!, days(1), rosa.name);
		const known = await recognise.within(world.as(visitor, days(1)), { token: opened.token });
		expect(known!.actor).toMatchObject({ assurance: 1, roles: ['administrator'] });
	})
);

test(
	'addresses, and who has no second factor, are for administrators; nobody else sees more than names and roles',
	withWorld(async (world) => {
		const { known } = await eiraAtWork(world);
		const lead = await joinsBy(world, known.actor, amina);
		await invitePerson.within(world.as(known.actor), { ...forAmina, email: 'new@example.org' });
		await world.db`insert into identity.person (email, name, locale, since) values ('guest@example.org', 'A Guest', 'en', ${someDay})`;

		await expect(listPeople.within(world.as(), {})).rejects.toMatchObject(hidden);
		await expect(listPeople.within(world.as(lowered(lead.actor)), {})).rejects.toMatchObject(hidden);
		const forLead = await listPeople.within(world.as(lead.actor), {});
		expect(JSON.stringify(forLead)).not.toMatch(/@|hasFactor|Guest/);
		expect(forLead).toMatchObject({
			people: [{ name: 'Amina Yusuf' }, { name: 'Eira Vaughan' }],
			invitations: [],
			resets: []
		});
		await expect(showPerson.within(world.as(lead.actor), { person: known.actor.id })).rejects.toMatchObject(
			hidden
		);

		const forAdministrator = await listPeople.within(world.as(known.actor), {});
		expect(forAdministrator.people.map((person) => 'email' in person && person.email)).toEqual([
			amina.email,
			eira.email,
			'guest@example.org'
		]);
		expect(forAdministrator.invitations).toMatchObject([
			{ email: 'new@example.org', invitedBy: 'Eira Vaughan', isLapsed: false }
		]);
		const shown = await showPerson.within(world.as(known.actor), { person: lead.actor.id });
		expect(shown).toMatchObject({ email: amina.email, hasFactor: true, isMe: false, reset: null });
	})
);

test(
	'the owner of an account reads of every change to its second factors',
	withWorld(async (world) => {
		await eiraAtWork(world);
		await world.runJobs();
		const letters = await world.post();
		expect(letters).toMatchObject([
			{ to: eira.email, template: 'account-changed', subject: 'A change to your account' }
		]);
		expect(letters[0]!.text).toContain('An app that shows codes was set up');
	})
);
