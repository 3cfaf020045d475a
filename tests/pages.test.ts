import { expect, test } from 'vitest';
import { pages } from '../src/routes/accessibility/pages.ts';
import { listed, unopened, unseen, wasWalked, whyNoPage, wrongWith } from './journeys/page-list.ts';

const answering = Object.keys(import.meta.glob('/src/routes/**/+{page.,}server.ts'))
	.map((file) => file.replace(/^\/src\/routes/, '').replace(/\/\+(page\.)?server\.ts$/, '') || '/')
	.filter((route) => !pages.includes(route))
	.toSorted();
const { rows, noPages } = listed();
const how = 'run `npm run pages` once it is built';

test('docs/pages.md lists every page, and none that is gone', () => {
	expect(
		rows.map(({ page }) => page),
		how
	).toEqual(pages.filter((page) => !(page in unopened || page in unseen)));
});

test('of everything else that answers it says why that is no page', () => {
	expect(noPages, how).toEqual(answering);
	expect(answering.filter((route) => !whyNoPage(route))).toEqual([]);
});

test('no page on it has anything wrong, and none brings more than the limit that it states', () => {
	expect(rows.flatMap(wrongWith)).toEqual([]);
	expect(wrongWith({ ...rows[0]!, axe: 'label', widest: 321, stuck: 'nothing is sent' })).toHaveLength(3);
});

test('a page that the walk cannot open was walked by a journey', () => {
	expect(Object.keys(unopened).filter((page) => !wasWalked(page))).toEqual([]);
});
