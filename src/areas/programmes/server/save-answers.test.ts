import { describe, expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import { saveAnswers, sendExpression, showQuestions, withdrawExpression } from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { begun, filledIn, save, sent, type Held } from '../../../../tests/expression-world.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../tests/world.ts';

const shown = async (world: World, { reference, actor }: Held, page: string) =>
	(await showQuestions.within(world.as(actor), { reference, page })).questions;
const long = 'word '.repeat(300).trim();

describe('saving', () => {
	test(
		'a text that is too long is said to be so, and kept as it was typed',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			const saved = await save(world, held, 'change', { change: long });
			expect(saved).toMatchObject({ isFine: false, conflict: false });
			expect(saved.questions[0]!.error).toBe(
				'“What do you want to change?” has 300 words. Use 250 words or fewer'
			);
			expect((await shown(world, held, 'change'))[0]).toMatchObject({ typed: long, version: 1 });
		})
	);
	test(
		'a page left empty is saved too; "for later" asks nothing',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			const fields = { 'contact-name': 'Asha', email: 'not yet', telephone: '' };
			expect((await save(world, held, 'contact', fields)).questions.map(({ error }) => error)).toEqual([
				undefined,
				'“Email address” needs an address with an @ sign, like name@example.org',
				undefined
			]);
			const later = await saveAnswers.within(world.as(held.actor), {
				...held,
				page: 'contact',
				fields,
				then: 'list'
			});
			expect(later).toMatchObject({ isFine: true, next: null });
		})
	);
	test(
		'a section goes on page by page, then back to the list',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			expect((await save(world, held, 'group', { group: 'Damp Watch' })).next).toBe('community');
			expect((await save(world, held, 'community', { community: 'Renters' })).next).toBeNull();
		})
	);
	test(
		'more than a page can hold is handed back with one sentence, and does not replace what was saved',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			await save(world, held, 'community', { community: 'Renters' });
			const huge = 'x'.repeat(100_001);
			const saved = await save(world, held, 'community', { community: huge, 'community-version': '1' });
			expect(saved).toMatchObject({ isFine: false });
			expect(saved.questions[0]).toMatchObject({
				typed: huge,
				error: expect.stringContaining('longer than we can keep') as string
			});
			expect((await shown(world, held, 'community'))[0]!.typed).toBe('Renters');
		})
	);
	test(
		'fields that the page did not ask for change nothing, whatever they are called',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			await save(world, held, 'group', {
				group: 'Damp Watch',
				change: 'x',
				id: '1',
				__proto__: 'x',
				constructor: 'x'
			});
			expect((await shown(world, held, 'change'))[0]!.typed).toBeNull();
		})
	);
	test(
		'only its applicant saves, and only on pages that there are',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			const other = await begun(world);
			for (const actor of [visitor, lead, other.actor])
				await expect(save(world, { ...held, actor }, 'group', { group: 'x' })).rejects.toMatchObject({
					code: 'not-found'
				});
			await expect(save(world, held, 'nowhere', {})).rejects.toMatchObject({ code: 'not-found' });
		})
	);
	test(
		'the server’s clock judges: the last save is a millisecond before a quarter past noon',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const held = await begun(world);
			const end = new Date(closesAt.getTime() + 15 * 60_000);
			await save(world, held, 'group', { group: 'In time' }, new Date(end.getTime() - 1));
			await expect(save(world, held, 'group', { group: 'Late' }, end)).rejects.toMatchObject({
				code: 'too-late',
				details: { when: '12:15pm UK time, Wednesday 11 March 2026' }
			});
			expect((await shown(world, held, 'group'))[0]!.typed).toBe('In time');
		})
	);
});

describe('two windows', () => {
	test(
		'the stale one overwrites nothing: both texts are shown, and its own stays in the field',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			await save(world, held, 'community', { community: 'First', 'community-version': '0' });
			const second = await save(world, held, 'community', { community: 'Second', 'community-version': '0' });
			expect(second).toMatchObject({ isFine: false, conflict: true });
			expect(second.questions[0]).toMatchObject({ typed: 'Second', meanwhile: 'First', version: 1 });
			expect((await shown(world, held, 'community'))[0]!.typed).toBe('First');
			await save(world, held, 'community', { community: 'Second', 'community-version': '1' });
			expect((await shown(world, held, 'community'))[0]).toMatchObject({ typed: 'Second', version: 2 });
		})
	);
	test(
		'the same text twice is no conflict, and what else is on the page is saved',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			await save(world, held, 'contact', { 'contact-name': 'Asha', email: '', telephone: '' });
			const again = await save(world, held, 'contact', {
				'contact-name': 'Asha',
				email: 'asha@example.org',
				telephone: ''
			});
			expect(again).toMatchObject({ isFine: true, conflict: false });
		})
	);
	test(
		'at the very same moment one of two is told, and neither text is lost',
		withOwnWorld(async (world) => {
			const held = await world.do(async (inside) => {
				await aCall(inside, { closes: '2099-01-01T12:00' });
				return begun(inside);
			});
			const write = (text: string) =>
				saveAnswers(held.actor, {
					...held,
					page: 'community',
					fields: { community: text, 'community-version': '0' }
				});
			const [one, two] = await Promise.all([write('One'), write('Two')]);
			expect([one.conflict, two.conflict].toSorted()).toEqual([false, true]);
			const told = one.conflict ? one : two;
			expect([told.questions[0]!.typed, told.questions[0]!.meanwhile].toSorted()).toEqual(['One', 'Two']);
		})
	);
});

describe('once it is sent', () => {
	const values = async (world: World, { id }: Held) =>
		Object.fromEntries(
			(
				await world.db<
					{ question: string; value: unknown }[]
				>`select question, value from programmes.answer where expression = ${id}`
			).map(({ question, value }) => [question, value])
		);
	const minutes = (n: number) => new Date(someDay.getTime() + n * 60_000);

	test(
		'it stays sent and whole: changes count when nothing is in the way of any of them',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const late = minutes(60);
			await save(world, held, 'change', { change: long, 'change-version': '1' }, late);
			await save(world, held, 'place', {}, late).catch(() => undefined);
			await save(world, held, 'group', { group: 'Damp and Mould Watch', 'group-version': '1' }, late);
			expect(await values(world, held)).toMatchObject({
				change: expect.stringContaining('Repairs') as string,
				group: 'Damp Watch'
			});
			await save(world, held, 'change', { change: 'Repairs within two weeks.', 'change-version': '2' }, late);
			expect(await values(world, held)).toMatchObject({
				change: 'Repairs within two weeks.',
				group: 'Damp and Mould Watch'
			});
			const former = await world.db`select question, value from programmes.former_answer order by question`;
			expect(former).toMatchObject([{ question: 'change' }, { question: 'group', value: 'Damp Watch' }]);
		})
	);
	test(
		'what it said for minutes only, while somebody typed, is not kept apart',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			for (const [n, name] of ['D', 'Da', 'Damp'].entries())
				await save(world, held, 'group', { group: name, 'group-version': String(n + 1) }, minutes(60 + n));
			expect(await world.db`select value from programmes.former_answer`).toEqual([{ value: 'Damp Watch' }]);
			await save(world, held, 'group', { group: 'Mould', 'group-version': '4' }, minutes(90));
			expect(await world.db`select value from programmes.former_answer order by until`).toEqual([
				{ value: 'Damp Watch' },
				{ value: 'Damp' }
			]);
		})
	);
	test(
		'a withdrawn one takes no changes',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await withdrawExpression.within(world.as(held.actor), { reference: held.reference, sure: 'yes' });
			await expect(save(world, held, 'group', { group: 'x', 'group-version': '1' })).rejects.toMatchObject({
				code: 'expression-withdrawn'
			});
			await expect(
				sendExpression.within(world.as(held.actor), { reference: held.reference })
			).rejects.toMatchObject({
				code: 'expression-withdrawn'
			});
		})
	);
});

describe('files', () => {
	const recording = (world: World, held: Held, fields: Record<string, unknown>) =>
		save(world, held, 'recording', fields);
	test(
		'a file that is refused is said beside it, and the rest of the page is saved',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			const saved = await recording(world, held, {
				'recording-link': 'www.example.org/film',
				'recording-file': new File(['MZ\u0000 program'], 'film.mp4')
			});
			expect(saved.isFine).toBe(false);
			expect(saved.questions[1]!.error).toBeTruthy();
			expect((await shown(world, held, 'recording'))[0]!.typed).toBe('www.example.org/film');
		})
	);
	test(
		'a new file takes the place of the one before, and the button takes it away; a recording stands in for the texts',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world);
			for (const page of ['community', 'change', 'data'])
				await save(world, held, page, { [page]: '', [`${page}-version`]: '1' });
			const names = async () =>
				(await world.db<{ name: string }[]>`select name from files.file where purged_at is null`).map(
					({ name }) => name
				);
			await recording(world, held, { letter: new File(['our story'], 'one.txt') });
			await recording(world, held, { letter: new File(['our whole story'], 'two.txt') });
			expect(await names()).toEqual(['two.txt']);
			await expect(
				sendExpression.within(world.as(held.actor), { reference: held.reference })
			).resolves.toMatchObject({});
			await recording(world, held, { remove: 'letter' });
			expect(await names()).toEqual([]);
		})
	);
});
