import { describe, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { visitor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';
import { showForm } from '../../form/server/forms.ts';
import * as door from './door.ts';

const slug = 'spring';
const now = new Date('2026-02-01T09:00:00Z');
const as = (world: World, actor: Actor = lead) => world.as(actor, now);
const formOf = async (world: World) => (await showForm.within(as(world), { slug })).form;
const labelled = { label: 'Which town?', kind: 'choice' as const };

/** Everything that the rooms can do, each with something that would work for staff. */
const acts = (removal: string): [keyof typeof door, object][] => [
	['showBuilder', {}],
	['showBuilderQuestion', { question: 'group' }],
	['showSources', {}],
	['showQuestionTexts', { question: 'group' }],
	['showTitles', {}],
	['showSection', { key: 'people' }],
	['showPage', { key: 'group' }],
	['showPreview', { page: 'group' }],
	['tryPage', { page: 'group', fields: {} }],
	['listFormVersions', {}],
	['arrangeForm', { key: 'group', act: 'question-down' }],
	['addSection', { title: 'Money' }],
	['reviseSection', { key: 'people', title: 'You' }],
	['revisePage', { key: 'where', title: 'Where?' }],
	['addBlankQuestion', { section: 'people', ...labelled }],
	['addQuestion', { section: 'people', source: 'library:size' }],
	[
		'reviseQuestion',
		{ question: 'group', mark: 'x', q: { kind: 'short-text', label: 'Name', seenBy: 'staff' } }
	],
	[
		'lookAtQuestion',
		{ question: 'group', mark: 'x', q: { kind: 'short-text', label: 'Name', seenBy: 'staff' } }
	],
	['translateQuestion', { question: 'group', mark: 'x', t: {} }],
	['translateTitles', { mark: 'x', t: {} }],
	['setFormLanguages', { others: ['cy'] }],
	['removeQuestion', { question: 'heard' }],
	['removeSection', { key: 'learning' }],
	['putBack', { removal }],
	['takeForm', { from: 'last-year' }],
	['setFindingAside', { question: 'group', code: 'nobody-needs', reason: 'It is.' }],
	['takeFindingUp', { question: 'group', code: 'nobody-needs' }]
];

const rooms = new Map(Object.entries(door));

describe('who may not', () => {
	const strangers: [string, Actor][] = [
		['a visitor', visitor],
		['an applicant', { kind: 'applicant', expression: '00000000-0000-4000-8000-000000000001' }],
		['somebody who has not given a second factor', { ...lead, assurance: 1 } as Actor],
		['somebody without a role', { ...lead, roles: [] } as Actor]
	];
	test.each(strangers)('%s is told of everything that it is not there', (_, actor) =>
		withWorld(async (world) => {
			await aCall(world, { slug });
			await aCall(world, { slug: 'last-year' });
			const { id } = await door.removeQuestion.within(as(world), { slug, question: 'heard' });
			const before = await formOf(world);
			for (const [name, input] of acts(id)) {
				const act = rooms.get(name)!.within as (context: object, input: object) => Promise<unknown>;
				await expect(act(as(world, actor), { slug, ...input }), name).rejects.toMatchObject({
					code: 'not-found'
				});
			}
			expect(await formOf(world)).toEqual(before);
		})()
	);

	test('everything in the door is asked of them', () => {
		expect(
			acts('')
				.map(([name]) => name)
				.toSorted()
		).toEqual(Object.keys(door).toSorted());
	});

	test(
		'what another call took away is not put back here',
		withWorld(async (world) => {
			await aCall(world, { slug });
			await aCall(world, { slug: 'last-year' });
			const { id } = await door.removeQuestion.within(as(world), { slug: 'last-year', question: 'heard' });
			await expect(door.putBack.within(as(world), { slug, removal: id })).rejects.toMatchObject({
				code: 'not-found'
			});
		})
	);
});
