import type { Fault } from './form-json.ts';
import type { Page, Question, StoredForm } from './question.ts';

/** What keeps a form from being asked, though it may be kept as it is: nothing in it, nothing to choose from. */
export function unready({ sections }: StoredForm): Fault[] {
	if (!sections.some(({ pages }) => pages.some(({ questions }) => questions.length)))
		return [{ code: 'no-questions', at: 'sections' }];
	return sections.flatMap(({ pages }, s) => {
		const at = `sections.${s}`;
		if (!pages.length) return [{ code: 'empty-section', at }];
		return pages.flatMap((page, p) => pageFaults(page, `${at}.pages.${p}`));
	});
}

function pageFaults(page: Page, at: string): Fault[] {
	if (!page.questions.length) return [{ code: 'empty-page', at }];
	const untitled = page.questions.length > 1 && !page.title ? [{ code: 'page-without-title', at }] : [];
	return [
		...untitled,
		...page.questions.flatMap((question, q) => optionFaults(question, `${at}.questions.${q}`))
	];
}

function optionFaults(question: Question, at: string): Fault[] {
	if (!('options' in question) || question.optionsFrom) return [];
	const least = question.kind === 'several' ? 1 : 2;
	return question.options.length < least ? [{ code: 'too-few-options', question: question.key, at }] : [];
}
