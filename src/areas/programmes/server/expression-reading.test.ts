import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import { listExpressions, readExpression, withdrawExpression, writeNote } from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import {
	answered,
	filledIn,
	linkOnly,
	otherLead,
	roleless,
	save,
	sent,
	sentBy,
	type Held
} from '../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';
import { saveArranger } from './arranger.sql.ts';

const slug = 'spring';
type Asked = Record<string, string>;
const list = (world: World) => listExpressions.within(world.as(lead), { slug });

describe('one of them', () => {
	const read = (
		world: World,
		{ reference }: Pick<Held, 'reference'>,
		as: Actor = lead,
		asked: Asked = {},
		now = someDay
	) => readExpression.within(world.as(as, now), { slug, reference, ...asked });

	test(
		'is read by host staff; a draft, and what was withdrawn, is not there for them either',
		withWorld(async (world) => {
			await aCall(world);
			await aCall(world, { slug: 'autumn' });
			const held = await sent(world);
			const draft = await filledIn(world);
			expect((await read(world, held)).expression.reference).toBe(held.reference);
			for (const stranger of [visitor, held.actor, linkOnly, roleless])
				await expect(read(world, held, stranger)).rejects.toMatchObject({ code: 'not-found' });
			await expect(read(world, draft)).rejects.toMatchObject({ code: 'not-found' });
			const elsewhere = { slug: 'autumn', reference: held.reference };
			await expect(readExpression.within(world.as(lead), elsewhere)).rejects.toMatchObject({
				code: 'not-found'
			});
			await withdrawExpression.within(world.as(held.actor), { ...held, sure: 'yes' });
			await expect(read(world, held)).rejects.toMatchObject({ code: 'not-found' });
		})
	);

	test(
		'leads to the one before and the one after, through the list as it is narrowed',
		withWorld(async (world) => {
			await aCall(world);
			const all: Held[] = [];
			for (const name of ['Ash', 'Birch', 'Cedar']) all.push(await sentBy(world, name));
			await save(world, all[1]!, 'kind', { kind: 'definition', 'kind-version': '1' });
			const [ash, birch, cedar] = all as [Held, Held, Held];
			const byName = (held: Held, asked: Asked = {}) => read(world, held, lead, { sort: 'name', ...asked });
			expect((await byName(ash)).place).toEqual({ number: 1, of: 3, previous: null, next: birch.reference });
			expect((await byName(birch)).place).toMatchObject({ previous: ash.reference, next: cedar.reference });
			expect((await byName(ash, { kind: 'access' })).place).toEqual({
				number: 1,
				of: 2,
				previous: null,
				next: cedar.reference
			});
			expect((await byName(birch, { kind: 'access' })).place).toBeNull();
			await withdrawExpression.within(world.as(birch.actor), { ...birch, sure: 'yes' });
			expect((await byName(ash)).place).toMatchObject({ of: 2, next: cedar.reference });
		})
	);

	test(
		'shows access needs to whoever arranges access, with the last day, and to other staff that there is somebody who does',
		withWorld(async (world) => {
			const { id } = await aCall(world);
			const held = await sent(world);
			const until = { 'access-until-day': '20', 'access-until-month': '2', 'access-until-year': '2026' };
			await save(world, held, 'access', { access: 'Ramp.', 'access-version': '1', ...until });
			const person = (lead as { id: string }).id;
			const named = {
				call: id,
				person,
				shownAs: 'Bo, who arranges access',
				until: null,
				at: someDay,
				by: person
			};
			await saveArranger(world.db, named);
			const shown = await read(world, held);
			expect(shown.access).toMatchObject({ isShown: true, until: new Date('2026-02-20T23:59:59.999Z') });
			expect(JSON.stringify(shown.expression)).toContain('Ramp.');
			const hidden = await read(world, held, otherLead);
			expect(hidden.access).toEqual({ isShown: false, arrangers: ['Bo, who arranges access'], until: null });
			expect(JSON.stringify(hidden)).not.toMatch(/Ramp|20 February/);
			const past = await read(world, held, lead, {}, new Date('2026-02-21T00:00:00Z'));
			expect(past.access).toMatchObject({ isShown: false, until: null });
			expect(JSON.stringify(past)).not.toContain('Ramp.');
		})
	);

	test(
		'says what answers said when it was sent, and who did what',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const later = new Date(someDay.getTime() + 3_600_000);
			await save(world, held, 'change', { change: 'Repairs within a week.', 'change-version': '1' }, later);
			await save(
				world,
				held,
				'access',
				{ access: 'A quiet room.', 'access-version': '1', 'access-until-day': '' },
				later
			);
			const view = await read(world, held, lead, {}, later);
			expect(view.before).toEqual({
				change: [{ text: ['Repairs are done within a month, whoever reports them.'], until: later }]
			});
			expect(view.history.map(({ what }) => what)).toEqual(['expression.begun', 'expression.submitted']);
			expect(view.letters).toMatchObject([{ to: 'asha@example.org' }]);
			expect(JSON.stringify(view)).not.toMatch(/steps|quiet room/);
			expect((await list(world)).entries).toMatchObject([{ changed: true }]);
		})
	);

	test(
		'says also of an answer that was given only after sending that there was none',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const more = {
				...answered['lead'],
				'lead-more': 'By vote.',
				'lead-version': '1',
				'lead-more-version': '1'
			};
			await save(world, held, 'lead', more);
			expect((await read(world, held)).before).toEqual({ 'lead-more': [{ text: [], until: someDay }] });
			expect((await list(world)).entries).toMatchObject([{ changed: true }]);
		})
	);

	test(
		'is not marked as changed where access needs alone were',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await save(world, held, 'access', {
				access: 'A quiet room.',
				'access-version': '1',
				'access-until-day': ''
			});
			expect((await list(world)).entries).toMatchObject([{ changed: false }]);
		})
	);

	test(
		'has its notes counted in the list, for staff',
		withWorld(async (world) => {
			await aCall(world);
			const { reference } = await sent(world);
			await writeNote.within(world.as(lead), { slug, reference, note: 'Ring back on Monday.' });
			expect((await list(world)).entries).toMatchObject([{ notes: 1 }]);
		})
	);
});
