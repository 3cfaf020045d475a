import { expect, test } from 'vitest';
import { createProgramme } from '#areas/programmes/server';
import { chooseAccent, saveWords, showDesk } from '#areas/site/server';
import { invitePerson } from '#server/identity';
import type { Actor } from '#shared/actor';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { accept, after, chosen } from '../../../../tests/release-world.ts';
import { administrator, anAdministrator } from '../../../../tests/site-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const desk = (world: World, actor: Actor = administrator, now = someDay) =>
	showDesk.within(world.as(actor, now), {});

test(
	'nobody but staff has a desk',
	withWorld(async (world) => {
		const others: Actor[] = [
			{ kind: 'visitor' },
			{ kind: 'applicant', expression: '1' },
			{ ...lead, assurance: 1 } as Actor,
			{ ...lead, roles: [] } as Actor
		];
		for (const actor of others) await expect(desk(world, actor)).rejects.toMatchObject({ code: 'not-found' });
	})
);

test(
	'a new house shows its administrator the first steps, and crosses off what is done',
	withWorld(async (world) => {
		expect((await desk(world)).first).toEqual({
			named: false,
			coloured: false,
			hasProgramme: false,
			hasColleague: false,
			hasPublished: false
		});
		const as = world.as(await anAdministrator(world));
		const words = { name: 'Common Ground', contact: '', words: {} };
		await saveWords.within(as, { ...words, edition: 0, languages: ['en'] });
		await chooseAccent.within(as, { accent: '#1d3fbb' });
		expect((await desk(world, lead)).first, 'a lead cannot take them').toBeNull();
		await createProgramme.within(as, { name: 'Spring' });
		expect((await desk(world)).first).toMatchObject({ named: true, coloured: true, hasProgramme: true });
		await invitePerson.within(as, { email: 'bea@example.org', role: 'lead', until: {}, locale: 'en' });
		expect((await desk(world)).first, 'settled').toBeNull();
	})
);

test(
	'what needs doing follows the calls',
	withWorld(async (world) => {
		const { closesAt } = await aCall(world);
		await createProgramme.within(world.as(lead), { name: 'Autumn' });
		const before = await desk(world, lead);
		expect(before.on.map(({ slug, phase }) => [slug, phase])).toEqual([['spring', 'open']]);
		expect(before.todos.map((todo) => todo.what)).toEqual(['write', 'fill'].toSorted().reverse());
		const after = await desk(world, lead, new Date(closesAt.getTime() + 3_600_000));
		expect(after.todos[0]).toMatchObject({ what: 'decide', slug: 'spring', isLate: false });
	})
);

test(
	'a campaign that nobody was asked to coordinate is what staff see first',
	withWorld(async (world) => {
		const { offer } = await chosen(world);
		await world.db`delete from programmes.answer where question = 'email' and expression = ${offer.id}`;
		expect((await desk(world, lead, after(1))).todos.map(({ what }) => what)).not.toContain('uninvited');
		await accept(world, offer);
		await world.runJobs(after(1));
		const { todos } = await desk(world, lead, after(1));
		expect(todos[0]).toEqual({ what: 'uninvited', slug: 'spring', name: 'Spring programme', count: 1 });
	})
);
