import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessibilityStatement, checks, coverage, linesOf, type Coverage } from '#areas/site';
import { routeOf } from '../../../tests/journeys/coverage.ts';

const some: Coverage = {
	commit: '0123456789abcdef',
	date: '2026-11-22',
	tools: ['axe-core 4.13.0'],
	pages: { '/programmes/[slug]': ['light', 'dark', 'no-script'] }
};
const said = (more: Partial<Coverage> = {}, pages = ['/programmes', '/programmes/[slug]']) =>
	linesOf(
		accessibilityStatement({ coverage: { ...some, ...more }, pages, contact: null, isUnreviewed: false })
	);

test('it says of each page what passed, and of every other that nobody looked', () => {
	const lines = said();
	expect(lines).toContain('/programmes/… | Passed | Passed | Not tested | Not tested | Passed');
	const untested = lines.indexOf('Pages that no test has seen');
	expect(lines.slice(untested, untested + 3)).toContain('/programmes');
	expect(lines).toContain(
		'On Sunday 22 November 2026, a browser walked through these pages of version 0123456 by itself (axe-core 4.13.0).'
	);
});

test('a page that is covered is no longer among those that are not', () => {
	const lines = said({ pages: { ...some.pages, '/programmes': ['light'] } });
	expect(lines).not.toContain('Pages that no test has seen');
	expect(lines).toContain('/programmes | Passed | Not tested | Not tested | Not tested | Not tested');
});

test('without a run on record it claims nothing', () => {
	const lines = said({ date: '', pages: {} });
	expect(lines).toContain('No test run is on record for this version.');
	expect(lines.join()).not.toContain('Passed');
});

test('what is on record names pages that exist and checks that are made', () => {
	for (const [page, done] of Object.entries(coverage.pages)) {
		const folder = `src/routes${page === '/' ? '' : page}`;
		expect(existsSync(`${folder}/+page.svelte`), page).toBe(true);
		expect(done.filter((check) => !(checks as readonly string[]).includes(check))).toEqual([]);
	}
	expect(coverage.date === '').toBe(Object.keys(coverage.pages).length === 0);
});

test.each([
	['/', '/'],
	['/programmes', '/programmes'],
	['/programmes/spring-2026', '/programmes/[slug]'],
	['/desk/site', '/desk/site'],
	['/nowhere/at/all', undefined]
])('the address %s belongs to the page %s', (address, page) => {
	expect(routeOf(address)).toBe(page);
});
