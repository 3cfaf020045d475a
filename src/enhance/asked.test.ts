import fc from 'fast-check';
import type { Browser, Page as Tab } from 'playwright-core';
import { render } from 'svelte/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followOf, asked, pagesOf, showQuestion, shownOn, typedIn } from '#areas/forms';
import type { Answers, Form, Page, ShownQuestion, Typed } from '#areas/forms';
import { QuestionPage } from '#areas/forms/ui';
import { anyForm } from '../../tests/any-form.ts';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { bundle } from './bundle.ts';

/*
 * One rule on both sides: the script as browsers get it, on pages as the server makes them, against what the server
 * says of the same boxes once they are sent.
 */
let browser: Browser;
let tab: Tab;
const site = 'http://placard.test';
beforeAll(async () => {
	const chunks = await bundle();
	const script = chunks.find(({ name }) => name === 'asked')!.fileName;
	browser = await launchChromium();
	tab = await browser.newPage();
	await tab.route('**/*', (route) => {
		const chunk = chunks.find(({ fileName }) => route.request().url().endsWith(`/${fileName}`));
		return route.fulfill(
			chunk
				? { body: chunk.code, contentType: 'text/javascript' }
				: { body: '<!doctype html>', contentType: 'text/html' }
		);
	});
	await tab.goto(site);
	const content = `import asked from './${script}'; window.asked = asked;`;
	await tab.addScriptTag({ type: 'module', content });
	await tab.waitForFunction('window.asked');
});
afterAll(() => browser?.close());

type Made = { form: Form; page: Page; answers: Answers };
const texts = ['', ' ', 'word', 'two words here', '12', '-3.5', '1,200', '٣', '2'];

/** A page on which something hangs on something, and what was typed into the whole form before. */
function made(seed: number): Made[] {
	const forms = fc.sample(fc.tuple(anyForm, fc.infiniteStream(fc.nat())), { numRuns: 700, seed });
	return forms.flatMap(([form, luck]) => {
		const page = onePage(form);
		const answers = answersTo(form, luck);
		return page && page.questions.some((one) => followOf(onOnePage(form), page, one, answers))
			? [{ form: onOnePage(form), page, answers }]
			: [];
	});
}

/** Everything but the first page on one, so that much hangs on what stands beside it. */
function onOnePage(form: Form): Form {
	const [first, ...rest] = pagesOf(form);
	const page = {
		key: 'rest',
		title: { text: 'Rest' },
		questions: rest.flatMap(({ questions }) => questions)
	};
	return { sections: [{ key: 's', title: { text: 'S' }, pages: first ? [first, page] : [page] }] };
}
const onePage = (form: Form) => pagesOf(onOnePage(form)).at(-1);

function answersTo(form: Form, luck: Iterator<number>): Answers {
	const pick = <T>(list: readonly T[]): T => list[luck.next().value! % list.length]!;
	const all = pagesOf(form).flatMap(({ questions }) => questions);
	return Object.fromEntries(
		all.map((question) => {
			const offered = 'options' in question ? question.options.map(({ value }) => value) : ['yes', 'no'];
			const typed: Typed =
				question.kind === 'several' ? offered.slice(0, pick([0, 1, 2])) : pick([...texts, ...offered, null]);
			return [question.key, { typed, value: null, version: 1 }];
		})
	);
}

function htmlOf({ form, page, answers }: Made): string {
	const questions: ShownQuestion[] = shownOn(form, page, answers).map((question) => ({
		...showQuestion(question, answers[question.key]),
		follow: followOf(form, page, question, answers)
	}));
	return render(QuestionPage as never, { props: { questions, title: 'Rest', back: '/' }, context } as never)
		.body;
}

const url = new URL(`${site}/`);
const context = new Map([['__request__', { page: { data: {}, url } }]]);

type Seen = { hidden: Record<string, boolean>; fields: Record<string, string[]> };

test('what a browser shows is what the server asks, on made forms, whatever is filled in', async () => {
	const cases = made(20_261_122);
	expect(cases.length).toBeGreaterThan(50);
	let [shown, hidden] = [0, 0];
	for (const [n, one] of cases.entries())
		for (const { hidden: parts, fields } of await filledIn(htmlOf(one), n)) {
			const keys = asked(one.form, { ...one.answers, ...sent(one, fields) });
			for (const [key, isHidden] of Object.entries(parts)) {
				expect(isHidden, `${key} of case ${n}`).toBe(!keys.has(key));
				if (isHidden) hidden += 1;
				else shown += 1;
			}
		}
	expect(Math.min(shown, hidden)).toBeGreaterThan(100);
});

function sent({ page }: Made, fields: Record<string, string[]>): Answers {
	return Object.fromEntries(
		page.questions.flatMap((question) => {
			const typed = typedIn(question, fields);
			return typed === undefined ? [] : [[question.key, { typed, value: null, version: 2 }]];
		})
	);
}

/** As it comes, and after each of six times that somebody changes a box. */
function filledIn(html: string, seed: number): Promise<Seen[]> {
	return tab.evaluate(
		({ html: body, seed: first, texts: some }) => {
			let luck = first + 1;
			const next = (most: number) => (luck = (luck * 48_271) % 2_147_483_647) % most;
			document.body.replaceChildren(new DOMParser().parseFromString(body, 'text/html').body);
			const form = document.querySelector<HTMLFormElement>('form')!;
			(window as unknown as { asked: (form: HTMLElement) => void }).asked(form);
			const look = () => {
				const data = new FormData(form);
				const parts = [...form.querySelectorAll<HTMLElement>('[data-asked-if]')];
				return {
					hidden: Object.fromEntries(parts.map((part) => [part.dataset['key']!, part.hidden === true])),
					fields: Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).map(String)]))
				};
			};
			const boxes = [
				...form.querySelectorAll<HTMLInputElement>('input:not([type=hidden],[type=file]), textarea, select')
			];
			const seen = [look()];
			for (let n = 0; boxes.length && n < 6; n += 1) {
				const box = boxes[next(boxes.length)]!;
				if (/radio|checkbox/.test(box.type)) box.checked = !box.checked;
				else if (box instanceof HTMLSelectElement) box.selectedIndex = next(box.options.length);
				else box.value = some[next(some.length)]!;
				box.dispatchEvent(new Event('input', { bubbles: true }));
				seen.push(look());
			}
			return seen;
		},
		{ html, seed, texts }
	);
}
