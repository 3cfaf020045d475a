import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { house, visitor } from '#shared/actor';
import { importCall, publishCall, reviseCall, showCall, showDraft } from '#areas/programmes/server';
import { importAnswer } from '#areas/programmes';
import { lead } from '../../../../tests/call-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/programme/${name}.json`, 'utf8');
const real = fixture('community-campaigns-on-data-2024');
const slug = 'community-campaigns-on-data';
const bring = async (world: World, input: { text?: string; opens?: string } = {}) =>
	importAnswer(await importCall.within(world.as(house), { text: real, ...input }));

test(
	'only who runs the server brings in a call',
	withWorld(async (world) => {
		for (const actor of [visitor, lead])
			await expect(importCall.within(world.as(actor), { text: real })).rejects.toMatchObject({
				code: 'not-found'
			});
	})
);

test(
	'the real call is published, and shows as closed',
	withWorld(async (world) => {
		const answer = await bring(world);
		expect(answer).toMatchObject({
			result: 'published',
			address: `/programmes/${slug}`,
			phase: 'closed',
			closes: {
				instant: '2024-03-11T12:00:00.000Z',
				zone: 'Europe/London',
				local: '2024-03-11T12:00',
				sentence: '12 noon UK time, Monday 11 March 2024'
			},
			missing: []
		});
		expect(answer.notSaid.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['purpose', 'criteria', 'ties', 'who-decides', 'keep', 'contact'])
		);
		expect(await showCall.within(world.as(), { slug })).toMatchObject({ phase: 'closed', gaps: [] });
		expect(await world.events()).toEqual(expect.arrayContaining(['call.published', 'programme.created']));
	})
);

test(
	'a file that knows its dates and little else is a draft that says them, and what stops it',
	withWorld(async (world) => {
		const dates = { timeZone: 'Europe/Dublin', opens: '2026-11-20T09:00', closes: '2026-12-01T17:00' };
		expect(await bring(world, { text: JSON.stringify({ programme: 'Small', ...dates }) })).toMatchObject({
			result: 'draft',
			opens: { local: '2026-11-20T09:00' },
			closes: { instant: '2026-12-01T17:00:00.000Z', sentence: '5pm Ireland time, Tuesday 1 December 2026' },
			missing: [{ code: 'what-for' }]
		});
	})
);

test(
	'moved to open today it is open',
	withWorld(async (world) => {
		expect(await bring(world, { opens: someDay.toISOString().slice(0, 10) })).toMatchObject({
			phase: 'open',
			closes: { local: '2026-02-11T12:00' }
		});
	})
);

test(
	'one whose dates are unknown is a draft, and the answer says what is missing',
	withWorld(async (world) => {
		const answer = await bring(world, { text: fixture('responsible-data-pilot') });
		expect(answer).toMatchObject({
			result: 'draft',
			phase: 'draft',
			missing: [
				{ code: 'opens', says: 'When it opens' },
				{ code: 'closes', says: 'When it closes' }
			]
		});
		const hidden = { slug: 'responsible-data-cohort-learning-programme-pilot' };
		await expect(showCall.within(world.as(), hidden)).rejects.toMatchObject({ code: 'not-found' });
		expect(await showDraft.within(world.as(lead), hidden)).toMatchObject({ phase: 'draft' });
	})
);

describe('the same programme again', () => {
	test(
		'changes nothing when the file says nothing new',
		withWorld(async (world) => {
			await bring(world);
			expect(await bring(world)).toMatchObject({ result: 'unchanged' });
			expect(await world.db`select 1 from programmes.version`).toHaveLength(1);
		})
	);
	test(
		'moves the deadline, visibly, and those with a draft hear of it',
		withWorld(async (world) => {
			await bring(world, { opens: '2026-01-10' });
			expect(await bring(world, { opens: '2026-01-12' })).toMatchObject({ result: 'corrected' });
			const { changes, closes } = await showCall.within(world.as(), { slug });
			expect(changes).toHaveLength(1);
			expect(closes!.instant).toEqual(new Date('2026-02-08T12:00:00Z'));
			expect(await world.events()).toContain('call.deadline-moved');
		})
	);
	test(
		'keeps what staff have written and the file does not say',
		withWorld(async (world) => {
			await bring(world);
			const { edition } = await showDraft.within(world.as(lead), { slug });
			const selection = { rule: 'Ours.', ties: 'Two of the panel draw lots in public.' };
			await reviseCall.within(world.as(lead), { slug, edition, content: { selection } });
			await publishCall.within(world.as(lead), { slug, edition: edition + 1, note: 'Ties.' });
			await bring(world);
			const { says } = await showCall.within(world.as(), { slug });
			expect(says.selection).toMatchObject({
				rule: 'maximise the opportunities for shared learning across the cohort',
				ties: 'Two of the panel draw lots in public.'
			});
		})
	);
});

test(
	'a file that cannot be used changes nothing',
	withWorld(async (world) => {
		await expect(importCall.within(world.as(house), { text: '{' })).rejects.toMatchObject({
			code: 'unusable-call-file'
		});
		expect(await world.db`select 1 from programmes.programme`).toHaveLength(0);
	})
);
