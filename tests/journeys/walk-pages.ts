import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LivedIn, Viewer } from '../lived-in/index.ts';
import type { Bytes } from './page-list.ts';

/* What is asked of one page on the walk through all of them. */

/** As a first visit brings it, though the browser has some of it already. */
export function weightOf(page: Page): Promise<Bytes> {
	return page.evaluate(() => {
		const [own] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
		const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
		const brought = all.filter(({ initiatorType }) => !/^(fetch|xmlhttprequest)$/.test(initiatorType));
		const kinds = { css: /\.css$/, js: /\.js$/, fonts: /\.woff2?$/ };
		const isOf = (kind: RegExp, { name }: { name: string }) => kind.test(new URL(name).pathname);
		const isKnown = (one: { name: string }) => Object.values(kinds).some((kind) => isOf(kind, one));
		const sum = (some: PerformanceResourceTiming[]) =>
			Math.round(some.reduce((bytes, one) => bytes + one.encodedBodySize, 0) / 100) / 10;
		return {
			html: Math.round(own!.encodedBodySize / 100) / 10,
			css: sum(brought.filter((one) => isOf(kinds.css, one))),
			js: sum(brought.filter((one) => isOf(kinds.js, one))),
			fonts: sum(brought.filter((one) => isOf(kinds.fonts, one))),
			pictures: sum(brought.filter((one) => !isKnown(one)))
		};
	});
}

export type Said = { lang: string; dir: string; width: number; stuck: string[] };

/** In which language a page is and which way it runs, how wide it is, and what no press does anything of without script. */
export function saidOf(page: Page): Promise<Said> {
	return page.evaluate(() => {
		const { lang, dir, scrollWidth: width } = document.documentElement;
		const seen = (one: Element) => one.checkVisibility({ visibilityProperty: true });
		// What a preview or the gallery shows is a specimen: nothing of it is sent.
		const isSpecimen = (one: Element) =>
			one.closest('[data-preview]') !== null || /^(\/\w\w)?\/ui(\/|$)/.test(location.pathname);
		const all = (selector: string) =>
			[...document.querySelectorAll(selector)].filter(
				(one) => seen(one) && (selector === 'h1' || !isSpecimen(one))
			);
		const dead = [
			...all('button').filter((one) => {
				const { form, type, attributes } = one as HTMLButtonElement;
				return !attributes.getNamedItem('popovertarget') && (!form || type === 'button');
			}),
			...all('main :is(input, select, textarea)').filter((one) => !(one as HTMLInputElement).form),
			...all('form').filter((one) => !one.querySelector('button, input[type=submit]')),
			...all('a[href="#"], a[href^="javascript:"]')
		];
		const words = dead.map((one) => `${one.tagName.toLowerCase()} "${(one.textContent || one.id).trim()}"`);
		const hasTitle = all('h1').some((one) => one.textContent.trim());
		return { lang, dir, width, stuck: hasTitle ? words : ['there is no heading', ...words] };
	});
}

export async function comeAs(
	context: BrowserContext,
	{ cookies }: LivedIn,
	url: string,
	as: Viewer
): Promise<void> {
	await context.clearCookies();
	const held = cookies[as].split('; ').filter(Boolean);
	await context.addCookies(
		held.map((one) => ({ name: one.split('=')[0]!, value: one.slice(one.indexOf('=') + 1), url }))
	);
}

export function viewersOf(id: string): Viewer[] {
	if (/^\/(application|together)/.test(id))
		return ['the applicant', 'another applicant', 'who took it back', 'a visitor', 'who was told'];
	if (/^\/desk\/.*\/typing/.test(id)) return ['who typed it up', 'a lead'];
	if (id.startsWith('/workspace')) return ['who coordinates a campaign'];
	if (id.startsWith('/panel')) return ['who reads it for the panel', 'who acts as chair'];
	if (/^\/(desk|account|sign-out)/.test(id)) return ['an administrator', 'a lead', 'who arranges access'];
	if (id.startsWith('/room')) return ['who writes in a live workshop', 'who stands somewhere in another'];
	if (/^\/sign-in\/./.test(id)) return ['a visitor', 'a lead without a second factor', 'an administrator'];
	return ['a visitor', 'the applicant'];
}

/** Pages to which only a press leads, in the language of the way there. */
export function waysThere(
	reference: string
): Record<string, { as: Viewer; from: string; press: string } | undefined> {
	return {
		'/application/[reference]/comment': {
			as: 'who may comment on it',
			from: `/application/${reference}/answer/community`,
			press: 'form[action*="/comment"][action$="add"] button'
		},
		'/sign-in/set-up/app': {
			as: 'a lead without a second factor',
			from: '/sign-in/set-up',
			press: 'form[action^="?/app"] button'
		}
	};
}

export const narrow = (browser: Browser, baseURL: string, javaScriptEnabled: boolean) =>
	browser.newContext({
		baseURL,
		locale: 'en-GB',
		javaScriptEnabled,
		viewport: { width: 320, height: 560 },
		hasTouch: true
	});
