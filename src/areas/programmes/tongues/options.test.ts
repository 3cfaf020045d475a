import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { packParts } from '../caseload/ui/pack-pdf.ts';
import type { ShownQuestion } from '#areas/forms';
import { QuestionPage } from '#areas/forms/ui';
import { checkAnswers, exportExpressions, readExportPart, showQuestions } from '#areas/programmes/server';
import { inLanguage } from '#words/language';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { sentBy } from '../../../../tests/expression-world.ts';
import { withWorld, type World } from '../../../../tests/world.ts';
import AnswerList from '../ui/apply/AnswerList.svelte';

const slug = 'spring';
const theirs = 'Damp is counted';
const content = { changeGoals: ['ongoing-voice'], otherGoals: [theirs] };
const both = ['ongoing-voice', theirs];

function html(component: unknown, props: object): string {
	const url = new URL('https://placard.example/');
	const context = new Map([['__request__', { page: { url, data: {}, form: null, params: {} } }]]);
	return render(component as never, { props, context } as never).body;
}

const formIn = (questions: ShownQuestion[]) =>
	html(QuestionPage, { questions, back: '/' }).split('<form')[1]!;

async function packOf(world: World): Promise<string> {
	const file = await exportExpressions.within(world.as(lead), { slug, as: 'pdf' });
	const read = (ids: string[]) => readExportPart.within(world.as(lead), { slug, ids });
	const pieces: Uint8Array[] = [];
	for await (const piece of packParts(file, read)) pieces.push(piece);
	return Buffer.concat(pieces).toString('latin1');
}

test('a reader of another language hears an option of the host in the host’s, and ours in their own', withWorld(async (world) => {
	await aCall(world, { content });
	const held = await sentBy(world, 'Ash', { goals: { goals: both } });
	const { reference } = held;
	await inLanguage('es', async () => {
		const { questions } = await showQuestions.within(world.as(held.actor), { reference, page: 'goals' });
		const page = formIn(questions);
		expect(page).toMatch(new RegExp(`<label[^>]* lang="en">${theirs}`));
		expect(page.match(/lang="en"/g)).toHaveLength(1);
		const { expression } = await checkAnswers.within(world.as(held.actor), { reference });
		const list = html(AnswerList, { sections: expression.sections, home: '/' });
		expect(list).toContain(`<li lang="en">${theirs}</li>`);
		expect(list.match(/lang="en"/g)).toHaveLength(1);
	});
	const own = await showQuestions.within(world.as(held.actor), { reference, page: 'goals' });
	expect(formIn(own.questions)).not.toContain('lang="en"');
})); // prettier-ignore

test('a file to print says the language of an answer that is the host’s words alone', withWorld(async (world) => {
	await aCall(world, { content });
	await sentBy(world, 'Ash', { goals: { goals: [theirs] } });
	const inWelsh = await inLanguage('cy', () => packOf(world));
	expect(inWelsh).toContain('/Lang (cy)');
	expect(inWelsh).toContain('/Lang (en)');
	expect(await packOf(world)).not.toContain('/Lang (en)');
})); // prettier-ignore
