import { render } from 'svelte/server';
import { inLanguage } from '#words/language';
import type { News } from '../server/watching.ts';
import RoomNote from './RoomNote.svelte';

/** What is new, as src/enhance/room.ts takes it: list entries as the page has them, and figures. */
export type RoomNews = {
	cursor: string;
	isElsewhere: boolean;
	html: string;
	touched: string[];
	counts: News['counts'];
};

/** In a vote each sees their own dots beside a note, so that everybody fetches their own page. */
export function roomNews(news: News, { base, locale }: { base: string; locale: string }): RoomNews {
	const { cursor, isElsewhere, items, touched, counts, template, step } = news;
	const isOwn = items.length > 0 && step.may.includes('vote');
	const html = inLanguage(locale, () =>
		items.map((item) => render(RoomNote, { props: { item, template, base } }).body).join('')
	);
	return { cursor, isElsewhere: isElsewhere || isOwn, html: isOwn ? '' : html, touched, counts };
}
