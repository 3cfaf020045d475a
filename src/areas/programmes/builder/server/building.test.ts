import { describe, expect, test } from 'vitest';
import { questionsOf } from '#areas/forms';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';
import { publishForm, showForm } from '../../form/server/forms.ts';
import * as door from './door.ts';

const slug = 'spring';
const now = new Date('2026-02-01T09:00:00Z');
const as = (world: World) => world.as(lead, now);
const formOf = async (world: World) => (await showForm.within(as(world), { slug })).form;
const keysOf = async (world: World) => questionsOf(await formOf(world)).map(({ key }) => key);
const labelled = { label: 'Which town?', kind: 'choice' as const };

describe('a lead', () => {
	test(
		'adds a question, writes it, moves it, deletes it and puts it back',
		withWorld(async (world) => {
			await aCall(world, { slug });
			const { question } = await door.addBlankQuestion.within(as(world), {
				slug,
				section: 'people',
				...labelled
			});
			expect(question).toBe('which-town');
			const { mark } = await door.showBuilderQuestion.within(as(world), { slug, question });
			const q = { kind: 'choice', label: 'Which town?', seenBy: 'panel', neededBy: 'choosing', options: 'Bangor\nCardiff [caerdydd]\nNot sure', 'required': 'yes', rules: { 0: { rule: 'any-of:stage:idea' } } } as const; // prettier-ignore
			await expect(door.reviseQuestion.within(as(world), { slug, question, mark, q })).rejects.toMatchObject({
				code: 'form-would-break'
			});
			await door.reviseQuestion.within(as(world), { slug, question, mark, q: { ...q, rules: {} } });
			expect(questionsOf(await formOf(world)).find(({ key }) => key === question)).toMatchObject({
				options: [
					{ value: 'bangor', label: { text: 'Bangor' } },
					{ value: 'caerdydd', label: { text: 'Cardiff' } },
					{ value: 'not-sure', label: { text: 'Not sure' } }
				],
				required: true,
				neededBy: ['choosing']
			});
			await door.arrangeForm.within(as(world), { slug, key: question, act: 'question-up' });
			expect((await keysOf(world)).slice(0, 3)).toEqual(['group', 'which-town', 'community']);
			const { id } = await door.removeQuestion.within(as(world), { slug, question });
			expect(await keysOf(world)).not.toContain(question);
			expect((await door.showBuilder.within(as(world), { slug, removed: id })).removed).toMatchObject({
				label: 'Which town?'
			});
			await door.putBack.within(as(world), { slug, removal: id });
			expect((await keysOf(world)).slice(0, 3)).toEqual(['group', 'which-town', 'community']);
			await expect(door.putBack.within(as(world), { slug, removal: id })).rejects.toMatchObject({
				code: 'not-found'
			});
		})
	);

	test(
		'takes questions out of the library, the starter form and another call, each under a key of its own',
		withWorld(async (world) => {
			await aCall(world, { slug });
			await aCall(world, { slug: 'last-year' });
			for (const source of ['library:size', 'library:size', 'starter:group', 'call:last-year:stage'])
				await door.addQuestion.within(as(world), { slug, section: 'people', source });
			expect(await keysOf(world)).toEqual(expect.arrayContaining(['size', 'size-2', 'group-2', 'stage-2']));
			for (const source of ['library:none', 'call:nowhere:group', 'kind:choice'])
				await expect(
					door.addQuestion.within(as(world), { slug, section: 'people', source })
				).rejects.toThrow();
		})
	);

	test(
		'begins again with last year’s form, and can go back',
		withWorld(async (world) => {
			await aCall(world, { slug });
			await aCall(world, { slug: 'last-year' });
			await door.addQuestion.within(as(world), {
				slug: 'last-year',
				section: 'people',
				source: 'library:size'
			});
			const before = await keysOf(world);
			const { id } = await door.takeForm.within(as(world), { slug, from: 'last-year' });
			expect(await keysOf(world)).toContain('size');
			await door.putBack.within(as(world), { slug, removal: id });
			expect(await keysOf(world)).toEqual(before);
		})
	);

	test(
		'cannot delete a question that another hangs on, and is told which',
		withWorld(async (world) => {
			await aCall(world, { slug });
			await expect(
				door.removeQuestion.within(as(world), { slug, question: 'telephone' })
			).rejects.toMatchObject({
				code: 'form-would-break',
				details: { why: expect.stringContaining('Email') as string }
			});
		})
	);

	test(
		'translates a question; changing its words afterwards lets the translation go',
		withWorld(async (world) => {
			await aCall(world, { slug });
			await door.setFormLanguages.within(as(world), { slug, others: ['cy', 'ar', 'en'] });
			const { question } = await door.addBlankQuestion.within(as(world), {
				slug,
				section: 'people',
				...labelled
			});
			const { mark } = await door.showQuestionTexts.within(as(world), { slug, question });
			await door.translateQuestion.within(as(world), {
				slug,
				question,
				mark,
				t: { label: { cy: 'Pa dref?', en: 'No', fr: 'Non' } }
			});
			const label = async () => questionsOf(await formOf(world)).find(({ key }) => key === question)!.label;
			expect(await label()).toEqual({ texts: { en: 'Which town?', cy: 'Pa dref?' }, main: 'en' });
			const now = await door.showBuilderQuestion.within(as(world), { slug, question });
			const q = { kind: 'short-text', label: 'Which village?', seenBy: 'staff' } as const;
			await door.reviseQuestion.within(as(world), { slug, question, mark: now.mark, q });
			expect(await label()).toEqual({ texts: { en: 'Which village?' }, main: 'en' });
		})
	);

	test(
		'leaves a finding as it is for a reason, until the question changes',
		withWorld(async (world) => {
			await aCall(world, { slug });
			const { question } = await door.addBlankQuestion.within(as(world), {
				slug,
				section: 'people',
				label: 'Why?',
				kind: 'short-text'
			});
			const found = async () =>
				(await door.showBuilder.within(as(world), { slug })).findings.filter(
					(one) => one.question === question
				);
			expect(await found()).toMatchObject([{ code: 'nobody-needs', aside: null }]);
			await expect(
				door.setFindingAside.within(as(world), { slug, question, code: 'label-long', reason: 'No' })
			).rejects.toMatchObject({ code: 'not-found' });
			await door.setFindingAside.within(as(world), {
				slug,
				question,
				code: 'nobody-needs',
				reason: 'It warms people up.'
			});
			expect(await found()).toMatchObject([{ aside: { reason: 'It warms people up.' } }]);
			const { mark } = await door.showBuilderQuestion.within(as(world), { slug, question });
			await door.reviseQuestion.within(as(world), {
				slug,
				question,
				mark,
				q: { kind: 'short-text', label: 'Why now?', seenBy: 'staff' }
			});
			expect(await found()).toMatchObject([{ aside: null }]);
		})
	);

	test(
		'publishes, and sees how the versions differ',
		withWorld(async (world) => {
			await aCall(world, { slug });
			await door.addQuestion.within(as(world), { slug, section: 'people', source: 'library:size' });
			const { edition, changes } = await door.showBuilder.within(as(world), { slug });
			expect(changes).toHaveLength(1);
			await publishForm.within(as(world), { slug, edition });
			const { versions } = await door.listFormVersions.within(as(world), { slug });
			expect(versions).toMatchObject([
				{ number: 2, changes },
				{ number: 1, changes: [] }
			]);
		})
	);
});

describe('two who write at once', () => {
	const q = { kind: 'short-text', seenBy: 'panel', neededBy: 'choosing' } as const;
	test(
		'the same question: the second is told, overwrites nothing, and may then decide',
		withWorld(async (world) => {
			await aCall(world, { slug });
			const { mark } = await door.showBuilderQuestion.within(as(world), { slug, question: 'group' });
			const write = (seen: string, label: string) =>
				door.reviseQuestion.within(as(world), { slug, question: 'group', mark: seen, q: { ...q, label } });
			await write(mark, 'Theirs');
			await expect(write(mark, 'Mine')).rejects.toMatchObject({ code: 'edited-meanwhile' });
			const now = await door.showBuilderQuestion.within(as(world), { slug, question: 'group' });
			expect(now.question.label).toMatchObject({ texts: { en: 'Theirs' } });
			await write(now.mark, 'Both');
		})
	);
	test(
		'different questions: both are kept, and moving one loses no word of another',
		withWorld(async (world) => {
			await aCall(world, { slug });
			const group = await door.showBuilderQuestion.within(as(world), { slug, question: 'group' });
			const place = await door.showBuilderQuestion.within(as(world), { slug, question: 'place' });
			await door.reviseQuestion.within(as(world), {
				slug,
				question: 'group',
				mark: group.mark,
				q: { ...q, label: 'One' }
			});
			await door.arrangeForm.within(as(world), { slug, key: 'place', act: 'question-up' });
			await door.reviseQuestion.within(as(world), {
				slug,
				question: 'place',
				mark: place.mark,
				q: { ...q, label: 'Two' }
			});
			const labels = questionsOf(await formOf(world)).map(({ label }) =>
				'texts' in label ? label.texts.en : ''
			);
			expect(labels).toEqual(expect.arrayContaining(['One', 'Two']));
		})
	);
});

test(
	'what is tried in the preview is judged as an applicant would be, and nothing is kept',
	withWorld(async (world) => {
		await aCall(world, { slug });
		const tried = await door.tryPage.within(as(world), { slug, page: 'group', fields: { group: '' } });
		expect(tried).toMatchObject({ isFine: false, questions: [{ error: expect.any(String) as string }] });
		expect(
			await door.tryPage.within(as(world), { slug, page: 'group', fields: { group: 'Us' } })
		).toMatchObject({ isFine: true, next: 'community' });
		expect(await world.db`select 1 from programmes.expression`).toHaveLength(0);
	})
);
