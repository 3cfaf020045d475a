import type { Page, Section, StoredForm } from '../question.ts';
import {
	freeKey,
	keysIn,
	pageAt,
	placeOfQuestion,
	questionAt,
	withPage,
	withSection,
	type Place
} from './places.ts';

export type Way = 'up' | 'down';

/*
 * Moving is made of small steps, each of which the step back undoes. A form that comes out may have a question before
 * one that its condition names: whoever keeps it asks `readForm` first.
 */

/**
 * One place up or down. A question alone on its page takes the page along, past the next page or into the next section;
 * among several it changes places with its neighbour, and past the last of them it gets a page of its own.
 */
export function moveQuestion(form: StoredForm, key: string, way: Way): StoredForm {
	const place = placeOfQuestion(form, key);
	if (!place) return form;
	const page = pageAt(form, place);
	if (page.questions.length === 1) return movePage(form, place, way);
	const next = place.q + step(way);
	if (next < 0 || next >= page.questions.length) return alone(form, place, way);
	return withPage(form, place, { ...page, questions: swapped(page.questions, place.q, next) });
}

function movePage(form: StoredForm, { s, p }: Place, way: Way): StoredForm {
	const section = form.sections[s]!;
	const next = p + step(way);
	if (next >= 0 && next < section.pages.length)
		return withSection(form, s, { ...section, pages: swapped(section.pages, p, next) });
	return intoSection(form, { s, p }, s + step(way), way);
}

/** Up: behind the last page of the section before; down: before the first page of the one after. */
function intoSection(form: StoredForm, from: { s: number; p: number }, to: number, way: Way): StoredForm {
	const target = form.sections[to];
	if (!target) return form;
	const page = pageAt(form, from);
	const without = withPage(form, from);
	const pages = way === 'up' ? [...target.pages, page] : [page, ...target.pages];
	return withSection(without, to, { ...target, pages });
}

function alone(form: StoredForm, place: Place, way: Way): StoredForm {
	const page = pageAt(form, place);
	const question = questionAt(form, place);
	const rest = { ...page, questions: page.questions.toSpliced(place.q, 1) };
	const own: Page = { key: pageKey(form, question.key), questions: [question] };
	return withPage(form, place, ...(way === 'up' ? [own, rest] : [rest, own]));
}

/** A new page begins with this question. */
export function breakPage(form: StoredForm, key: string): StoredForm {
	const place = placeOfQuestion(form, key);
	if (!place || place.q === 0) return form;
	const page = pageAt(form, place);
	const first = { ...page, questions: page.questions.slice(0, place.q) };
	const second: Page = { key: pageKey(form, key), questions: page.questions.slice(place.q) };
	return withPage(form, place, first, second);
}

/** The page that begins with this question goes on where the one before it in the same section ends. */
export function joinPage(form: StoredForm, key: string): StoredForm {
	const place = placeOfQuestion(form, key);
	if (!place || place.q > 0 || place.p === 0) return form;
	const section = form.sections[place.s]!;
	const [before, page] = [section.pages[place.p - 1]!, pageAt(form, place)];
	const joined: Page = {
		...page,
		...before,
		title: before.title ?? page.title ?? section.title,
		questions: [...before.questions, ...page.questions]
	};
	return withSection(form, place.s, { ...section, pages: section.pages.toSpliced(place.p - 1, 2, joined) });
}

export function moveSection(form: StoredForm, key: string, way: Way): StoredForm {
	const s = form.sections.findIndex((section) => section.key === key);
	const next = s + step(way);
	if (s < 0 || next < 0 || next >= form.sections.length) return form;
	return { ...form, sections: swapped<Section>(form.sections, s, next) };
}

export function pageKey(form: StoredForm, wanted: string): string {
	return freeKey(wanted, keysIn(form).pages, 'page');
}

function step(way: Way): number {
	return way === 'up' ? -1 : 1;
}

function swapped<T>(list: readonly T[], one: number, other: number): T[] {
	return list.with(one, list[other]!).with(other, list[one]!);
}
