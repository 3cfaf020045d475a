import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import settings from '../../project.inlang/settings.json' with { type: 'json' };
import { checks, type Check, type Coverage } from '../../src/areas/site/accessibility.ts';

/** Folder in which `npm run accessibility` collects what each journey file covered. Otherwise nothing is written. */
const folder = process.env['ACCESSIBILITY_COVERAGE'];
const inAnyLanguage = new RegExp(`^/(${settings.locales.join('|')})(?=/|$)`);
const covered = new Map<string, Set<Check>>();

/** A page was looked at in a journey, and nothing was wrong with it. */
export function cover(address: string, options: BrowserContextOptions, withKeyboard: boolean): void {
	const { javaScriptEnabled = true, viewport } = options;
	const found: Check[] = javaScriptEnabled ? ['light', 'dark'] : ['no-script'];
	if (javaScriptEnabled && viewport?.width === 320) found.push('narrow');
	if (withKeyboard) found.push('keyboard');
	const pathname = new URL(address).pathname.replace(inAnyLanguage, '') || '/';
	covered.set(pathname, new Set([...(covered.get(pathname) ?? []), ...found]));
}

export function keepCoverage(): void {
	if (!folder || !covered.size) return;
	mkdirSync(folder, { recursive: true });
	const found = Object.fromEntries([...covered].map(([page, done]) => [page, [...done]]));
	writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify(found));
}

/** What all journey files covered, by the pages of src/routes. */
export function gatherCoverage(from: string): Coverage['pages'] {
	const pages: Record<string, Set<string>> = {};
	for (const file of readdirSync(from)) {
		const found = JSON.parse(readFileSync(path.join(from, file), 'utf8')) as Record<string, Check[]>;
		for (const [address, done] of Object.entries(found)) {
			const page = routeOf(address);
			if (page) pages[page] = new Set([...(pages[page] ?? []), ...done]);
		}
	}
	const sorted = Object.entries(pages).toSorted(([a], [b]) => a.localeCompare(b));
	return Object.fromEntries(sorted.map(([page, done]) => [page, checks.filter((check) => done.has(check))]));
}

const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((file) => path.basename(file) === '+page.svelte')
	.map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, '/'))
	// What is named beats what is a place to fill in.
	.toSorted((a, b) => a.split('[').length - b.split('[').length);

/** '/programmes/spring' → '/programmes/[slug]'; nothing for an address that no page has. */
export function routeOf(address: string): string | undefined {
	return routes.find((route) =>
		new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`).test(decodeURI(address))
	);
}
