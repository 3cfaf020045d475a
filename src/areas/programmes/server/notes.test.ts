import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	changeNote,
	deleteNote,
	eraseDue,
	eraseExpression,
	readExpression,
	showHoldings,
	showNote,
	withdrawExpression,
	writeNote
} from '#areas/programmes/server';
import { house } from '#shared/actor';
import { aCall, lead } from '../../../../tests/call-world.ts';
import {
	filledIn,
	linkOnly,
	otherLead,
	roleless,
	sent,
	type Held
} from '../../../../tests/expression-world.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';
const later = new Date(someDay.getTime() + 3_600_000);
const write = (
	world: World,
	{ reference }: Pick<Held, 'reference'>,
	note = 'Ring back on Monday.',
	as: Actor = lead
) => writeNote.within(world.as(as), { slug, reference, note });
const notes = async (world: World, { reference }: Pick<Held, 'reference'>, as: Actor = lead) =>
	(await readExpression.within(world.as(as), { slug, reference })).notes;
const notFound = { code: 'not-found' };

describe('notes beside an expression', () => {
	test(
		'are written by host staff alone, and beside what they may see alone',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			for (const stranger of [visitor, held.actor, linkOnly, roleless])
				await expect(write(world, held, 'x', stranger)).rejects.toMatchObject(notFound);
			await expect(write(world, await filledIn(world))).rejects.toMatchObject(notFound);
			await write(world, held);
			expect(await notes(world, held, otherLead)).toMatchObject([
				{ words: 'Ring back on Monday.', isMine: false, changedAt: null }
			]);
			await withdrawExpression.within(world.as(held.actor), { ...held, sure: 'yes' });
			await expect(write(world, held)).rejects.toMatchObject(notFound);
		})
	);

	test(
		'are changed and deleted by their author alone, which leaves a trace',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const { id } = await write(world, held);
			const at = { slug, reference: held.reference, id };
			const change = { ...at, note: 'Rang on Monday.', edition: '1' };
			for (const stranger of [visitor, held.actor, linkOnly, otherLead]) {
				await expect(showNote.within(world.as(stranger), at)).rejects.toMatchObject(notFound);
				await expect(changeNote.within(world.as(stranger), change)).rejects.toMatchObject(notFound);
				await expect(deleteNote.within(world.as(stranger), at)).rejects.toMatchObject(notFound);
			}
			const other = await sent(world);
			await expect(
				showNote.within(world.as(lead), { ...at, reference: other.reference })
			).rejects.toMatchObject(notFound);
			await changeNote.within(world.as(lead, later), change);
			expect(await notes(world, held)).toMatchObject([{ words: 'Rang on Monday.', changedAt: later }]);
			await deleteNote.within(world.as(lead, later), at);
			expect(await notes(world, held)).toMatchObject([{ words: null, writtenAt: someDay, deletedAt: later }]);
			await expect(changeNote.within(world.as(lead), { ...change, edition: '3' })).rejects.toMatchObject(
				notFound
			);
			const recorded = (await world.events()).filter((name) => name.startsWith('note.'));
			expect(recorded.toSorted()).toEqual(['note.changed', 'note.deleted', 'note.written']);
		})
	);

	test(
		'of two windows the second is told, and overwrites nothing',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const { id } = await write(world, held);
			const change = { slug, reference: held.reference, id, edition: '1' };
			await changeNote.within(world.as(lead), { ...change, note: 'First.' });
			await expect(changeNote.within(world.as(lead), { ...change, note: 'Second.' })).rejects.toMatchObject({
				code: 'note-edited-meanwhile'
			});
			expect(await notes(world, held)).toMatchObject([{ words: 'First.' }]);
		})
	);

	test(
		'of two windows at the same moment one saves and the other is told',
		withOwnWorld(async (own) => {
			const { held, id } = await own.do(async (world) => {
				await aCall(world);
				const held = await sent(world);
				return { held, id: (await write(world, held)).id };
			});
			const change = { slug, reference: held.reference, id, edition: '1' };
			const tries = ['One.', 'Other.'].map((note) =>
				own.do((world) => changeNote.within(world.as(lead), { ...change, note }))
			);
			const ended = await Promise.allSettled(tries);
			expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
			expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({
				reason: { code: 'note-edited-meanwhile' }
			});
		})
	);

	test(
		'hold ten thousand characters and no more, and something',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await write(world, held, 'ŵ'.repeat(10_000));
			await expect(write(world, held, 'x'.repeat(10_001))).rejects.toMatchObject({
				fields: { note: 'too-long' }
			});
			await expect(write(world, held, ' \n')).rejects.toMatchObject({ fields: { note: 'missing' } });
			expect(await notes(world, held)).toHaveLength(1);
		})
	);

	test(
		'are not shown to the applicant, who is told that there may be some whether there are or not',
		withWorld(async (world) => {
			await aCall(world, { content: { contact: { name: 'Mair', email: 'mair@example.org' } } });
			const held = await sent(world);
			const before = JSON.stringify(await showHoldings.within(world.as(held.actor), held));
			await write(world, held);
			expect(JSON.stringify(await showHoldings.within(world.as(held.actor), held))).toBe(before);
			expect((await showHoldings.within(world.as(held.actor), held)).contact).toBe('Mair, mair@example.org');
		})
	);

	test(
		'are deleted with the expression, when it is asked for and when its time has come',
		withWorld(async (world) => {
			await aCall(world);
			const [asked, due] = [await sent(world), await sent(world)];
			for (const held of [asked, due]) await write(world, held);
			await eraseExpression.within(world.as(asked.actor), { ...asked, sure: 'yes' });
			expect(await world.db`select expression from programmes.note`).toEqual([{ expression: due.id }]);
			await eraseDue.within(world.as(house, new Date('2028-01-01T00:00:00Z')), {});
			expect(await world.db`select 1 from programmes.note`).toHaveLength(0);
		})
	);
});
