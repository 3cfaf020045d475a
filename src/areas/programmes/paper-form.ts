import type { Form, Question } from '#areas/forms';
import { documents, pictures } from '#shared/file-kinds';
import type { Audience } from './starter-form.ts';

/**
 * The same questions for what came on paper or by telephone. Whoever types it up invents nothing and shortens nothing:
 * no answer is needed, no text is too long, and the paper itself has its place.
 */
export function asOnPaper({ sections }: Form<Audience>): Form<Audience> {
	const relaxed = sections.map((section) => ({
		...section,
		pages: section.pages.map((page) => ({ ...page, questions: page.questions.map(asWritten) }))
	}));
	return { sections: [...relaxed, paper] };
}

function asWritten(question: Question<Audience>): Question<Audience> {
	const { required: _, ...left } = question;
	if (left.kind !== 'short-text' && left.kind !== 'long-text') return left;
	const { maxWords: __, ...free } = left;
	return free;
}

/** The paper may show everything at once, access needs too: the panel never sees it. */
const paper: Form<Audience>['sections'][number] = {
	key: 'paper',
	title: { message: 'paper_scan_title' },
	pages: [
		{
			key: 'scan',
			questions: [
				{
					key: 'scan',
					kind: 'file',
					accept: [...documents, ...pictures],
					mostMegabytes: 10,
					seenBy: 'access',
					personal: true,
					label: { message: 'paper_scan_label' },
					help: { message: 'paper_scan_help' }
				}
			]
		}
	]
};
