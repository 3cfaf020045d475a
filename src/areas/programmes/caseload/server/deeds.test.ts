import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	actOnMany,
	changeTag,
	deleteTag,
	eraseExpression,
	listExpressions,
	makeTag,
	readExpression,
	releaseLeft,
	showDeed,
	showTag,
	showTags,
	undoDeed,
	withdrawExpression
} from '#areas/programmes/server';
import { house } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { begun, linkOnly, roleless, sentBy, type Held } from '../../../../../tests/expression-world.ts';
import { joins } from '../../../../../tests/lived-in/people.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';
import { packed } from '../deed.schema.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const strangers = (held: Held): Actor[] => [visitor, held.actor, linkOnly, roleless];

const tag = (world: World, name = 'To ring', as: Actor = lead) =>
	makeTag.within(world.as(as), { slug, name, colour: 'blue' });
const act = (world: World, what: string, held: { reference: string }[], as: Actor = lead) =>
	actOnMany.within(world.as(as), { slug, act: what, reference: held.map(({ reference }) => reference) });
const done = (world: World, deed: string) => showDeed.within(world.as(lead), { slug, deed });
const undo = (world: World, deed: string, as: Actor = lead) => undoDeed.within(world.as(as), { slug, deed });
const cases = async (world: World) =>
	Object.fromEntries(
		(await listExpressions.within(world.as(lead), { slug, sort: 'name' } as never)).entries.map((one) => [
			one.name,
			[...one.case.tags.map(({ name }) => name), one.case.assigned?.name ?? ''].filter(Boolean).join()
		])
	);
const three = async (world: World) => [
	await sentBy(world, 'Ash'),
	await sentBy(world, 'Birch'),
	await sentBy(world, 'Cedar')
];

describe('tags', () => {
	test(
		'are made, changed and deleted by host staff alone, one name once in a call',
		withWorld(async (world) => {
			await aCall(world);
			await aCall(world, { slug: 'autumn' });
			const [held] = await three(world);
			const { tag: id } = await tag(world);
			for (const stranger of strangers(held!)) {
				await expect(tag(world, 'x', stranger)).rejects.toMatchObject(notFound);
				for (const use of [showTag, deleteTag])
					await expect(use.within(world.as(stranger), { slug, tag: id })).rejects.toMatchObject(notFound);
				await expect(showTags.within(world.as(stranger), { slug })).rejects.toMatchObject(notFound);
				await expect(act(world, `tag:${id}`, [held!], stranger)).rejects.toMatchObject(notFound);
			}
			await expect(showTag.within(world.as(lead), { slug: 'autumn', tag: id })).rejects.toMatchObject(
				notFound
			);
			await expect(tag(world, '  to  RING ')).rejects.toMatchObject({ fields: { name: 'taken' } });
			await expect(tag(world, ' ')).rejects.toMatchObject({ fields: { name: 'missing' } });
			await expect(tag(world, 'x'.repeat(41))).rejects.toMatchObject({ fields: { name: 'too-long' } });
			const { tag: other } = await tag(world, 'Other');
			const change = { slug, tag: other, colour: 'red' as const };
			await expect(changeTag.within(world.as(lead), { ...change, name: 'to ring' })).rejects.toMatchObject({
				fields: { name: 'taken' }
			});
			await changeTag.within(world.as(lead), { ...change, name: 'other' });
			const { tags } = await showTags.within(world.as(lead), { slug });
			expect(tags).toMatchObject([{ name: 'other', colour: 'red' }, { name: 'To ring' }]);
		})
	);

	test(
		'are a filter with its counts, and go with what they hang on',
		withWorld(async (world) => {
			await aCall(world);
			const [ash, birch] = await three(world);
			const { tag: id } = await tag(world);
			await act(world, `tag:${id}`, [ash!, birch!]);
			const narrowed = await listExpressions.within(world.as(lead), { slug, tag: id } as never);
			expect(narrowed).toMatchObject({ all: 3, shown: 2 });
			await withdrawExpression.within(world.as(ash!.actor), { ...ash!, sure: 'yes' });
			expect((await showTag.within(world.as(lead), { slug, tag: id })).count).toBe(1);
			await eraseExpression.within(world.as(birch!.actor), { ...birch!, sure: 'yes' });
			const rows = await world.db`select expression from programmes.tagging`;
			expect(rows).toEqual([{ expression: ash!.id }]);
			await deleteTag.within(world.as(lead), { slug, tag: id });
			for (const table of ['tag', 'tagging', 'deed_change'])
				expect(await world.db`select 1 from ${world.db(`programmes.${table}`)}`, table).toHaveLength(0);
		})
	);
});

describe('what is done to many', () => {
	test(
		'reaches those that were ticked and may be seen: no draft, nothing withdrawn, nothing of another call',
		withWorld(async (world) => {
			await aCall(world);
			await aCall(world, { slug: 'autumn' });
			const [ash, birch] = await three(world);
			const draft = await begun(world);
			await withdrawExpression.within(world.as(birch!.actor), { ...birch!, sure: 'yes' });
			const { tag: id } = await tag(world);
			const { deed } = await act(world, `tag:${id}`, [ash!, birch!, draft, { reference: 'BCD-FGH' }]);
			expect((await done(world, deed)).references).toEqual([ash!.reference]);
			expect(await world.db`select expression from programmes.tagging`).toEqual([{ expression: ash!.id }]);
			await expect(
				actOnMany.within(world.as(lead), { slug: 'autumn', act: `tag:${id}`, reference: ash!.reference })
			).rejects.toMatchObject({ fields: { act: 'missing' } });
			await expect(showDeed.within(world.as(lead), { slug: 'autumn', deed })).rejects.toMatchObject(notFound);
			for (const stranger of strangers(ash!)) {
				await expect(showDeed.within(world.as(stranger), { slug, deed })).rejects.toMatchObject(notFound);
				await expect(undo(world, deed, stranger)).rejects.toMatchObject(notFound);
			}
		})
	);

	test(
		'is clear: which, and what. A tag that is deleted and somebody who left are not offered',
		withWorld(async (world) => {
			await aCall(world);
			const [ash] = await three(world);
			await expect(act(world, 'release', [])).rejects.toMatchObject({ fields: { reference: 'none-ticked' } });
			for (const what of ['', 'burn', `tag:${ash!.id}`, `assign:${ash!.id}`, 'assign', 'tag'])
				await expect(act(world, what, [ash!]), what).rejects.toMatchObject({ fields: { act: 'missing' } });
		})
	);

	test(
		'all that match are those that were there when the list was looked at',
		withWorld(async (world) => {
			await aCall(world);
			const held = await three(world);
			const { seen } = await listExpressions.within(world.as(lead), { slug } as never);
			expect(seen).toHaveLength(18);
			await sentBy(world, 'Late');
			const { tag: id } = await tag(world);
			const all = { slug, act: `tag:${id}`, which: 'all' as const, seen: seen! };
			const { deed } = await actOnMany.within(world.as(lead), all);
			const { references } = await done(world, deed);
			expect(packed(references.toSorted())).toBe(packed(held.map(({ reference }) => reference).toSorted()));
		})
	);

	test(
		'is undone to what was before, and leaves alone what somebody changed since, and says so',
		withWorld(async (world) => {
			await aCall(world);
			const [ash, birch, cedar] = await three(world);
			const bo = await joins(world, someDay, { name: 'Bo', roles: ['lead'] });
			const cy = await joins(world, someDay, { name: 'Cy', roles: ['lead'] });
			await act(world, `assign:${cy.id}`, [ash!]);
			const { deed } = await act(world, `assign:${bo.id}`, [ash!, birch!, cedar!]);
			expect(await cases(world)).toEqual({ Ash: 'Bo', Birch: 'Bo', Cedar: 'Bo' });
			await act(world, 'release', [birch!]);
			await act(world, `assign:${bo.id}`, [birch!]);
			const undone = await undo(world, deed);
			expect(await cases(world)).toEqual({ Ash: 'Cy', Birch: 'Bo', Cedar: '' });
			expect(await done(world, undone.deed)).toMatchObject({ left: [birch!.reference], isUndoing: true });
			expect(await done(world, deed)).toMatchObject({ undone: { deed: undone.deed }, mayUndo: false });
			expect(await undo(world, deed)).toEqual(undone);
			await expect(undo(world, undone.deed)).rejects.toMatchObject(notFound);
			expect((await world.events()).filter((name) => name.startsWith('caseload.'))).toHaveLength(5);
		})
	);

	test(
		'what was so already is neither changed nor undone',
		withWorld(async (world) => {
			await aCall(world);
			const [ash, birch] = await three(world);
			const { tag: id } = await tag(world);
			await act(world, `tag:${id}`, [ash!]);
			const { deed } = await act(world, `tag:${id}`, [ash!, birch!]);
			expect((await done(world, deed)).references).toEqual([birch!.reference]);
			await undo(world, deed);
			expect(await cases(world)).toEqual({ Ash: 'To ring', Birch: '', Cedar: '' });
			const none = await act(world, `tag:${id}`, [ash!]);
			expect(await done(world, none.deed)).toMatchObject({ references: [], mayUndo: false });
		})
	);

	test(
		'what is withdrawn meanwhile is neither counted nor named, and undoing does not reach it',
		withWorld(async (world) => {
			await aCall(world);
			const held = await three(world);
			const { tag: id } = await tag(world);
			const { deed } = await act(world, `tag:${id}`, held);
			await withdrawExpression.within(world.as(held[0]!.actor), { ...held[0]!, sure: 'yes' });
			expect((await done(world, deed)).references).toHaveLength(2);
			const undone = await done(world, (await undo(world, deed)).deed);
			expect(JSON.stringify(undone)).not.toContain(held[0]!.reference);
			expect(undone).toMatchObject({ left: [] });
			expect(undone.references).toHaveLength(2);
		})
	);

	test(
		'of two who undo it at the same moment one does, and both are shown what was done',
		withOwnWorld(async (own) => {
			const { deed } = await own.do(async (world) => {
				await aCall(world);
				const held = await three(world);
				const { tag: id } = await tag(world);
				return act(world, `tag:${id}`, held);
			});
			const undone = await Promise.all([1, 2, 3].map(() => own.do((world) => undo(world, deed))));
			expect(new Set(undone.map((one) => one.deed)).size).toBe(1);
			await own.do(async (world) => expect(await cases(world)).toEqual({ Ash: '', Birch: '', Cedar: '' }));
		})
	);
});

test(
	'what somebody had who leaves is nobody’s, and that it is can be read',
	withWorld(async (world) => {
		await aCall(world);
		const [ash, birch] = await three(world);
		const bo = await joins(world, someDay, { name: 'Bo', roles: ['lead'] });
		await act(world, `assign:${bo.id}`, [ash!]);
		await act(world, `assign:${bo.id}`, [birch!]);
		const mine = (as: Actor) => listExpressions.within(world.as(as), { slug, assigned: 'mine' } as never);
		const asBo: Actor = { kind: 'person', id: bo.id, assurance: 2, roles: ['lead'] };
		expect(await mine(asBo)).toMatchObject({ all: 3, shown: 2 });
		expect(await mine(lead)).toMatchObject({ shown: 0 });
		await releaseLeft.within(world.as(house), {});
		expect(await mine(asBo)).toMatchObject({ shown: 2 });
		await world.db`update identity.appointment set ended_at = ${someDay} where person = ${bo.id}`;
		await expect(releaseLeft.within(world.as(lead), {})).rejects.toMatchObject(notFound);
		await releaseLeft.within(world.as(house), {});
		await releaseLeft.within(world.as(house), {});
		expect(await cases(world)).toEqual({ Ash: '', Birch: '', Cedar: '' });
		const read = await readExpression.within(world.as(lead), { slug, reference: ash!.reference });
		expect(read.case).toMatchObject({ assigned: null, tags: [] });
		expect(await world.db`select person from programmes.deed where person is null`).toHaveLength(1);
	})
);
