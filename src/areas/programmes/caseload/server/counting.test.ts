import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import {
	actOnMany,
	eraseExpression,
	exportExpressions,
	listExpressions,
	makeTag,
	saveAnswers,
	saveFilter,
	showActivity,
	showTags,
	typeUpExpression,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { filledIn, otherLead, sentBy } from '../../../../../tests/expression-world.ts';
import { joins } from '../../../../../tests/lived-in/people.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import { listForDigest } from './digest.sql.ts';

/*
 * CONDUCT §1, as a property: whatever becomes of applications, every number that the desk says is the number of those
 * that whoever looks may see. Readers are crossed with every place that counts.
 */
const slug = 'spring';
const fates = ['draft', 'sent', 'sent', 'withdrawn', 'erased', 'mine', 'theirs'] as const;
const one = fc.record({
	fate: fc.constantFrom(...fates),
	tagged: fc.boolean(),
	given: fc.boolean(),
	kind: fc.constantFrom('access', 'definition')
});
type One = { fate: (typeof fates)[number]; tagged: boolean; given: boolean; kind: string };

const typed = async (world: World, as: Actor) => {
	const { reference } = await typeUpExpression.within(world.as(as), {
		slug,
		met: [],
		from: 'paper',
		received: { day: '14', month: '1', year: '2026', time: '9am' }
	});
	await saveAnswers.within(world.as(as), { reference, page: 'group', fields: { group: 'Wombats' } });
};

/** Everything is tagged, given and counted while it is there; then it meets its fate. */
async function live(world: World, all: readonly One[], to: string): Promise<string> {
	const { tag } = await makeTag.within(world.as(lead), { slug, name: 'Tag', colour: 'red' });
	for (const { fate, tagged, given, kind } of all) {
		if (fate === 'draft') await filledIn(world);
		else if (fate === 'mine') await typed(world, lead);
		else if (fate === 'theirs') await typed(world, otherLead);
		else {
			const held = await sentBy(world, 'Wombats', { kind: { kind } });
			const { reference } = held;
			if (tagged) await actOnMany.within(world.as(lead), { slug, act: `tag:${tag}`, reference });
			if (given) await actOnMany.within(world.as(lead), { slug, act: `assign:${to}`, reference });
			if (fate === 'withdrawn')
				await withdrawExpression.within(world.as(held.actor), { ...held, sure: 'yes' });
			if (fate === 'erased') await eraseExpression.within(world.as(held.actor), { ...held, sure: 'yes' });
		}
	}
	for (const query of [`?tag=${tag}`, '?q=wombats', '?q=wobmats', '?kind=access', `?assigned=${to}`])
		await saveFilter.within(world.as(lead), { slug, name: query, query, shared: 'yes' });
	return tag;
}

async function isRight(
	world: World,
	reader: Actor,
	all: readonly One[],
	{ tag, to }: { tag: string; to: string }
) {
	const sent = all.filter(({ fate }) => fate === 'sent');
	const own = all.filter(({ fate }) => fate === (reader === lead ? 'mine' : 'theirs')).length;
	const [tagged, given] = [
		sent.filter((each) => each.tagged).length,
		sent.filter((each) => each.given).length
	];
	const access = sent.filter(({ kind }) => kind === 'access').length;
	const list = (asked: object) => listExpressions.within(world.as(reader), { slug, ...asked } as never);
	const view = await list({});
	expect(view).toMatchObject({ all: sent.length + own, shown: sent.length + own });
	expect(view.entries).toHaveLength(sent.length + own);
	expect((view.seen ?? '').length).toBe(6 * sent.length);
	for (const { facet, options } of view.facets)
		expect(
			options.reduce((sum, { count }) => sum + count, 0),
			facet
		).toBe(facet === 'tag' ? tagged : sent.length + own);
	expect(await list({ tag })).toMatchObject({ shown: tagged });
	expect(await list({ q: 'wombats' })).toMatchObject({ shown: sent.length + own });
	expect(Object.fromEntries(view.saved.map(({ name, count }) => [name, count]))).toEqual({
		[`?tag=${tag}`]: tagged,
		'?q=wombats': sent.length + own,
		// A slip is told from what was sent; what one is typing up is found by its own words.
		'?q=wobmats': sent.length,
		'?kind=access': access,
		[`?assigned=${to}`]: given
	});
	expect((await showTags.within(world.as(reader), { slug })).tags).toMatchObject([{ count: tagged }]);
	const file = await exportExpressions.within(world.as(reader), { slug, as: 'pdf' });
	expect(file.ids).toHaveLength(sent.length + own);
	const digest = await listForDigest(world.db, reader, to, new Date(0));
	expect(digest).toMatchObject(
		sent.length ? [{ fresh: sent.length, given, mine: given, nobodys: sent.length - given }] : []
	);
	const lines = (await showActivity.within(world.as(reader), { slug })).lines;
	const told = (name: string) => lines.filter((line) => line.name === name && line.count).length;
	expect([told('expression.submitted'), told('tagged'), told('assigned')]).toEqual([
		sent.length,
		tagged,
		given
	]);
}

const worlds = fc.sample(fc.array(one, { minLength: 3, maxLength: 7 }), { numRuns: 6, seed: 2026 });

test.each(worlds.map((all) => [all.map(({ fate }) => fate).join(', '), all] as const))(
	'no number counts what whoever looks may not see: %s',
	(_, all) =>
		withWorld(async (world) => {
			await aCall(world);
			const { id: to } = await joins(world, someDay, { name: 'Bo', roles: ['lead'] });
			const tag = await live(world, all, to);
			for (const reader of [lead, otherLead]) await isRight(world, reader, all, { tag, to });
		})(),
	60_000
);
