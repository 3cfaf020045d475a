import type { Page, Question, Section } from '../question.ts';
import { most } from '../shape.ts';
import type { Words } from '../words.ts';
import { Keys } from './keys.ts';
import { joined, type Spoken } from './words.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };
type PageDraft = Draft<Omit<Page, 'key' | 'questions'>> & {
	key?: string;
	questions: Question[];
	of: object;
	isOurs: boolean;
};
type SectionDraft = Draft<Omit<Section, 'key' | 'pages'>> & {
	key?: string;
	pages: PageDraft[];
	isOurs: boolean;
};

/** Where a row stands: a section of pages of one question each, or a page. */
export type Holder = { title?: Words | undefined; key?: string | undefined; isOurs: boolean };

/** Builds sections of pages as the rows come, within what a form can hold. */
export class Pages {
	#sections: SectionDraft[] = [];
	#page: PageDraft | undefined;
	#spoken: Spoken;
	#usual: Words;
	#note: Words | undefined;
	constructor(spoken: Spoken, usual: Words) {
		this.#spoken = spoken;
		this.#usual = usual;
	}

	beginSection({ title, key, isOurs }: Holder): boolean {
		if (this.#sections.length >= most.sections) return false;
		this.#sections.push({
			title: title ?? this.#usual,
			pages: [],
			isOurs,
			...(key === undefined ? {} : { key })
		});
		this.#page = undefined;
		return true;
	}

	beginPage(of: object, { title, key, isOurs }: Holder): boolean {
		const section = this.#sections.at(-1)!;
		if (section.pages.length >= most.pages && !this.beginSection({ title: section.title, isOurs: false }))
			return false;
		const page: PageDraft = {
			questions: [],
			of,
			isOurs,
			...(title ? { title } : {}),
			...(key === undefined ? {} : { key })
		};
		this.#sections.at(-1)!.pages.push(page);
		this.#page = page;
		return true;
	}

	/** The question stands on the page of its holder, or begins another one; false when there is no more room. */
	add(question: Question, of: object, holder: Holder | undefined): boolean {
		if (!this.#sections.length && !this.beginSection({ isOurs: false })) return false;
		const isFull =
			!this.#page || this.#page.of !== of || this.#page.questions.length >= most.questionsOnAPage;
		const begins = !holder || isFull || (this.#note !== undefined && this.#page!.questions.length > 0);
		if (begins && !this.beginPage(of, { title: holder?.title, isOurs: false })) return false;
		this.#page!.questions.push(question);
		if (this.#note) this.#page!.help = joined(this.#page!.help, this.#note, this.#spoken);
		this.#note = undefined;
		return true;
	}

	/** A text between questions stands at the top of what follows; false when it is too long for that. */
	note(text: Words, of: object, holder: Holder | undefined): boolean {
		const section = this.#sections.at(-1);
		const page = holder && this.#page?.of === of && !this.#page.questions.length ? this.#page : undefined;
		const place = page ?? (!holder && section && !section.pages.length && !this.#note ? section : undefined);
		const help = joined(place ? place.help : this.#note, text, this.#spoken);
		if (longest(help) > most.help) return false;
		if (place) place.help = help;
		else this.#note = help;
		return true;
	}

	/** A text after which nothing came stands above the last question. */
	end(): Section[] {
		const last = this.#sections.at(-1)?.pages.at(-1);
		if (this.#note && last) last.help = joined(last.help, this.#note, this.#spoken);
		const pageKeys = new Keys();
		const sectionKeys = new Keys();
		const withPages = this.#sections.map((section) => ({
			...section,
			pages: section.pages.filter(({ questions, isOurs }) => questions.length || isOurs)
		}));
		const kept = withPages.filter(({ pages, isOurs }) => pages.length || isOurs);
		return kept.map(({ title, help, key, pages }) => ({
			title,
			...(help ? { help } : {}),
			key: sectionKeys.take(key ?? keyAfter(pages[0], 'section')),
			pages: pages.map((page) => pageOf(page, pageKeys.take(page.key ?? keyAfter(page, 'page')), title))
		}));
	}
}

function keyAfter(page: PageDraft | undefined, otherwise: string): string {
	return page?.questions[0]?.key.slice(0, 45) ?? otherwise;
}

/** Several questions on a page need a heading. */
function pageOf({ isOurs, title, help, questions }: PageDraft, key: string, usual: Words): Page {
	const heading = title ?? (isOurs || questions.length < 2 ? undefined : usual);
	return { key, ...(heading ? { title: heading } : {}), ...(help ? { help } : {}), questions };
}

function longest(words: Words): number {
	if ('text' in words) return words.text.length;
	return 'texts' in words ? Math.max(...Object.values(words.texts).map((text) => text?.length ?? 0)) : 0;
}
