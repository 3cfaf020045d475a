import { expect, test } from 'vitest';
import { lead } from '../../../../../tests/call-world.ts';
import { answered, begun, filledIn, save, sent } from '../../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import { aCall } from '../../../../../tests/call-world.ts';
import { visitor } from '#shared/actor';
import type { Question, StoredForm } from '#areas/forms';
import { checkAnswers, sendExpression } from '../../server/sending.ts';
import { readExpression } from '../../server/expression-reading.ts';
import { goOverToNewForm, publishForm, reviseForm, showForm, showNewForm } from '../../server/index.ts';

const show = (world: World) => showForm.within(world.as(lead), { slug: 'spring' });

/** The draft with other questions, saved and published. */
async function published(
	world: World,
	change: (question: Question) => Question | undefined,
	more: Question[] = []
) {
	const { form, edition } = await show(world);
	const next = changed(form, change, more);
	const revision = await reviseForm.within(world.as(lead), { slug: 'spring', edition, form: next });
	return publishForm.within(world.as(lead), { slug: 'spring', edition: revision.edition });
}

function changed(
	form: StoredForm,
	change: (question: Question) => Question | undefined,
	more: Question[]
): StoredForm {
	const sections = form.sections.map((section) => ({
		...section,
		pages: section.pages
			.map((page) => ({ ...page, questions: page.questions.flatMap((one) => change(one) ?? []) }))
			.filter(({ questions }) => questions.length)
	}));
	const extra = more.map((question) => ({ key: question.key, questions: [question] }));
	const last = extra.length ? [{ key: 'more', title: { text: 'More' }, pages: extra }] : [];
	return { ...form, sections: [...sections, ...last] };
}

test('only staff see or write a form', withWorld(async (world) => {
	await aCall(world);
	const { edition, form } = await show(world);
	await expect(showForm.within(world.as(visitor), { slug: 'spring' })).rejects.toMatchObject({ code: 'not-found' });
	for (const useCase of [reviseForm, publishForm])
		await expect(useCase.within(world.as(visitor), { slug: 'spring', edition, form })).rejects.toMatchObject({ code: 'not-found' });
})); // prettier-ignore

test('of two editors the second is shown both, and overwrites nothing', withWorld(async (world) => {
	await aCall(world);
	const { edition, form } = await show(world);
	const mine = changed(form, (one) => (one.key === 'group' ? { ...one, label: { text: 'Mine' } } : one), []);
	const theirs = changed(form, (one) => (one.key === 'group' ? { ...one, label: { text: 'Theirs' } } : one), []);
	expect(await reviseForm.within(world.as(lead), { slug: 'spring', edition, form: theirs })).toMatchObject({ saved: true });
	const second = await reviseForm.within(world.as(lead), { slug: 'spring', edition, form: mine });
	expect(second).toMatchObject({ saved: false, differs: [{ code: 'reworded', question: 'group' }] });
	expect((await show(world)).changes).toMatchObject([{ label: { text: 'Theirs' } }]);
})); // prettier-ignore

test('the database keeps what was published as it was', withWorld(async (world) => {
	await aCall(world);
	for (const change of [`update forms.version set content = '{}'`, 'delete from forms.version', 'truncate forms.version'])
		await expect(world.db.savepoint((db) => db.unsafe(change))).rejects.toThrow('never changed');
})); // prettier-ignore

test('a form that would be kept longer than anything needs it is not published', withWorld(async (world) => {
	await aCall(world);
	const tooLong = (one: Question) => (one.key === 'heard' ? { ...one, neededBy: ['choosing'], keptMonths: 6 } : one);
	await expect(published(world, tooLong)).rejects.toMatchObject({
		code: 'form-not-ready',
		details: { faults: [{ code: 'kept-too-long', question: 'heard', months: 6, most: 0 }] }
	});
})); // prettier-ignore

test.each([['later', 'staff', true], ['later', 'later', false], ['access', 'panel', true], ['staff', 'panel', true], ['panel', 'staff', false], ['staff', 'later', false]])(
	'a question never tells what was answered to another that fewer may read: one for %s, and one for %s that hangs on it',
	(source, dependent, tells) => withWorld(async (world) => {
		await aCall(world);
		const options = [{ value: 'yes', label: { text: 'Yes' } }, { value: 'no', label: { text: 'No' } }];
		const when = { all: [{ question: 'debt', is: 'any-of' as const, values: ['yes'] }] };
		const debt = { key: 'debt', kind: 'choice', options, label: { text: 'Are you in debt?' }, seenBy: source } as Question;
		const how = { key: 'how', kind: 'short-text', label: { text: 'How much?' }, seenBy: dependent, when } as Question;
		const tried = published(world, (one) => one, [debt, how]);
		const refused = { code: 'form-not-ready', details: { faults: [{ code: 'condition-tells', question: 'how', other: 'debt' }] } };
		if (tells) await expect(tried).rejects.toMatchObject(refused);
		else await tried;
	})()
); // prettier-ignore

test('a draft is judged by the version it began with, and may go over without losing a word', withWorld(async (world) => {
	await aCall(world);
	const held = await filledIn(world);
	const needed = { key: 'why', kind: 'long-text', label: { text: 'Why now?' }, required: true, seenBy: 'staff' } as Question;
	await published(world, (one) => (one.key === 'place' ? undefined : one), [needed]);
	const check = () => checkAnswers.within(world.as(held.actor), { reference: held.reference });
	expect((await check()).inTheWay).toEqual([]);

	const { changes, version } = await showNewForm.within(world.as(held.actor), { reference: held.reference });
	expect(changes).toContain('“Why now?” is a new question.');
	await goOverToNewForm.within(world.as(held.actor), { reference: held.reference, version });
	const after = await check();
	expect(after.inTheWay.map(({ key }) => key)).toEqual(['why']);
	expect(after.expression.sections.at(-1)).toMatchObject({ key: 'aside', answers: [{ key: 'place', text: ['Leeds'] }] });
	await expect(showNewForm.within(world.as(held.actor), { reference: held.reference })).rejects.toMatchObject({ code: 'not-found' });
})); // prettier-ignore

test('what was sent stays as it was sent', withWorld(async (world) => {
	await aCall(world);
	const held = await sent(world);
	await published(world, (one) => (one.key === 'place' ? undefined : one));
	const version = '00000000-0000-4000-8000-000000000000';
	await expect(goOverToNewForm.within(world.as(held.actor), { reference: held.reference, version })).rejects.toMatchObject({ code: 'not-found' });
	const { expression } = await readExpression.within(world.as(lead), { slug: 'spring', reference: held.reference });
	expect(expression.sections.flatMap(({ answers }) => answers).find(({ key }) => key === 'place')?.text).toEqual(['Leeds']);
})); // prettier-ignore

test('an answer for later is shown to staff once the day of decisions is over, and to its writer always', withWorld(async (world) => {
	await aCall(world);
	const later = { key: 'pay', kind: 'short-text', label: { text: 'Where to pay?' }, seenBy: 'later' } as Question;
	await published(world, (one) => one, [later]);
	const held = await begun(world);
	for (const [page, fields] of Object.entries(answered)) await save(world, held, page, fields);
	await save(world, held, 'pay', { pay: 'To Damp Watch.' });
	await sendExpression.within(world.as(held.actor), { reference: held.reference });
	const seen = async (now: Date) => {
		const { expression } = await readExpression.within(world.as(lead, now), { slug: 'spring', reference: held.reference });
		return JSON.stringify(expression).includes('To Damp Watch');
	};
	expect(await seen(someDay)).toBe(false);
	expect(await seen(new Date('2026-03-27T22:00:00Z'))).toBe(false);
	expect(await seen(new Date('2026-03-28T00:00:00Z'))).toBe(true);
	const own = await checkAnswers.within(world.as(held.actor), { reference: held.reference });
	expect(JSON.stringify(own)).toContain('To Damp Watch');
})); // prettier-ignore

test('an answer that is not asked any more is its writer’s alone, in whatever order pages are saved', withWorld(async (world) => {
	await aCall(world);
	const when = { all: [{ question: 'stage', is: 'any-of' as const, values: ['idea'] }] };
	const idea = { key: 'idea', kind: 'short-text', label: { text: 'What idea?' }, required: true, seenBy: 'panel', when } as Question;
	await published(world, (one) => one, [idea]);
	const held = await begun(world);
	await save(world, held, 'idea', { idea: 'A map of damp.' });
	for (const [page, fields] of Object.entries(answered)) await save(world, held, page, fields);
	const value = () => world.db`select value from programmes.answer where question = 'idea'`;
	expect(await value()).toEqual([{ value: null }]);
	await save(world, held, 'stage', { stage: 'idea', 'stage-version': 1 });
	expect(await value()).toEqual([{ value: 'A map of damp.' }]);
	await save(world, held, 'stage', { stage: 'under-way', 'stage-version': 2 });
	await sendExpression.within(world.as(held.actor), { reference: held.reference });
	const { expression } = await readExpression.within(world.as(lead), { slug: 'spring', reference: held.reference });
	expect(JSON.stringify(expression)).not.toContain('A map of damp');
})); // prettier-ignore
