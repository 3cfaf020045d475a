import type { Page, Question, Section, StoredForm } from '../question.ts';

/** Where a question stands: the places of its section, page and itself among their like. */
export type Place = { s: number; p: number; q: number };

export function placeOfQuestion({ sections }: StoredForm, key: string): Place | undefined {
	for (const [s, { pages }] of sections.entries())
		for (const [p, { questions }] of pages.entries()) {
			const q = questions.findIndex((one) => one.key === key);
			if (q >= 0) return { s, p, q };
		}
	return undefined;
}

export function questionAt({ sections }: StoredForm, { s, p, q }: Place): Question {
	return sections[s]!.pages[p]!.questions[q]!;
}

export function pageAt({ sections }: StoredForm, { s, p }: Pick<Place, 's' | 'p'>): Page {
	return sections[s]!.pages[p]!;
}

export function keysIn({ sections }: StoredForm): {
	sections: string[];
	pages: string[];
	questions: string[];
} {
	const pages = sections.flatMap((section) => section.pages);
	return {
		sections: sections.map(({ key }) => key),
		pages: pages.map(({ key }) => key),
		questions: pages.flatMap(({ questions }) => questions.map(({ key }) => key))
	};
}

/** The same form with another section in its place, without it, or with several. */
export function withSection(form: StoredForm, s: number, ...sections: Section[]): StoredForm {
	return { ...form, sections: form.sections.toSpliced(s, 1, ...sections) };
}

/** The same form with other pages where one was. */
export function withPage(form: StoredForm, { s, p }: Pick<Place, 's' | 'p'>, ...pages: Page[]): StoredForm {
	const section = form.sections[s]!;
	return withSection(form, s, { ...section, pages: section.pages.toSpliced(p, 1, ...pages) });
}

/** "Which town?" → "which-town"; a number behind it where that is taken. Words without Latin letters get the fallback. */
export function freeKey(words: string, taken: readonly string[], fallback: string): string {
	const plain = words
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, ' ');
	const stem = plain.trim().split(' ').slice(0, 6).join('-').slice(0, 40).replace(/-+$/, '') || fallback;
	const isFree = (key: string) => !taken.includes(key);
	if (isFree(stem)) return stem;
	for (let n = 2; ; n++) if (isFree(`${stem}-${n}`)) return `${stem}-${n}`;
}
