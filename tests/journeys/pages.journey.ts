import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Page } from 'playwright-core';
import { directionOf } from '#words/addresses';
import { hiddenFrom } from '../leaks/hidden.ts';
import { livedIn, type LivedIn, type Viewer } from '../lived-in/index.ts';
import { placesIn, whatIsKnown, type Known } from '../lived-in/places.ts';
import { addressOf, builtRoutes, type Route } from '../surfaces/routes.ts';
import { expect, journey, lookAt, setOut, ways } from './journey.ts';
import { file, listed, unopened, unseen, whyNoPage, written, wrongWith, type Row } from './page-list.ts';
import { comeAs, narrow, saidOf, viewersOf, waysThere, weightOf, type Said } from './walk-pages.ts';

/*
 * Every page that there is, once, each as somebody who may see it: with script in English, then without script in the
 * other language, which takes a minute. `npm run pages` writes what was found to docs/pages.md; `PAGES=new npm run pages`
 * opens what is not on the list, and keeps the rest of it.
 */
const atOnce = 2;
let lived: LivedIn;
let known: Known;
setOut({}, async (placard) => {
	lived = await livedIn(placard);
	known = await whatIsKnown(placard, lived);
});

const routes = builtRoutes();
const noPages = routes.filter(({ isPage, actions, id }) => !isPage || (actions.length > 0 && whyNoPage(id)));
const pages = routes.filter((route) => !noPages.includes(route));
const asked = process.env['PAGES'];
const kept = asked === 'new' ? listed().rows.filter(({ page }) => pages.some(({ id }) => id === page)) : [];
const isNew = (id: string) => !kept.some(({ page }) => page === id) && !(id in unopened || id in unseen);
const walked = pages.filter(({ id }) => isNew(id));

journey('every page can be read, used without script, and is light', {}, async (walk) => {
	const browser = walk.context.browser()!;
	const server = walk.placard.address;
	const rows: Row[] = [];
	const waiting = [...walked];
	const goThrough = async () => {
		const contexts = [await narrow(browser, server, true), await narrow(browser, server, false)];
		const [scripted, plain] = await Promise.all(contexts.map((context) => context.newPage()));
		for (let route = waiting.shift(); route; route = waiting.shift())
			rows.push(...(await visited(server, route, scripted!, plain!)));
		await Promise.all(contexts.map((context) => context.close()));
	};
	await Promise.all(Array.from({ length: atOnce }, goThrough));
	if (asked) writeFileSync(file, await formatted(written([...kept, ...rows], idsOf(noPages))));
	const seen = new Set(rows.map(({ page }) => page));
	expect(idsOf(walked).filter((id) => !seen.has(id) && !(id in unopened || id in unseen))).toEqual([]);
	expect(rows.flatMap(wrongWith)).toEqual([]);
});

const idsOf = (some: readonly Route[]) => some.map(({ id }) => id).toSorted();

async function formatted(text: string): Promise<string> {
	return format(text, { ...(await resolveConfig(file)), filepath: file });
}

async function visited(server: string, route: Route, scripted: Page, plain: Page): Promise<Row[]> {
	const way = await wayTo(server, route);
	if (!way) return [];
	for (const page of [scripted, plain]) await comeAs(page.context(), lived, server, way.as);
	await way.go(scripted, '');
	const axe = await lookAt(scripted, route.id, ways['on an old phone, 320 px wide']).then(
		() => '',
		(error: Error) => error.message.replaceAll(/\s+/g, ' ').slice(0, 300)
	);
	const kilobytes = await weightOf(scripted);
	const { width } = await saidOf(scripted);
	const other = /^\/(desk|panel|workspace)/.test(route.id) ? 'cy' : 'ar';
	await way.go(plain, `/${other}`);
	const said = await saidOf(plain);
	expect(said, route.id).toMatchObject({ lang: other, dir: directionOf(other) } satisfies Partial<Said>);
	const widest = Math.max(width, said.width);
	const stuck = said.stuck.join(', ');
	return [{ page: route.id, as: way.as, axe, languages: `en ${other}`, widest, stuck, kilobytes }];
}

type Way = { as: Viewer; go: (page: Page, language: string) => Promise<void> };

/** The first of those who may, where the address itself shows the page, and not one that asks for a code. */
async function wayTo(server: string, { id, ...route }: Route): Promise<Way | undefined> {
	const steps = waysThere(lived.applicants.asha.reference)[id];
	if (steps) return { as: steps.as, go: (page, language) => press(page, language + steps.from, steps.press) };
	for (const as of viewersOf(id)) {
		const hidden = hiddenFrom(as, lived, known);
		const places = id === '/together/[code]' ? [{ code: lived.team.unanswered }] : placesIn(known)({ id });
		for (const params of places.filter((one) => !Object.values(one).some((value) => hidden.has(value)))) {
			const address = addressOf({ id, ...route }, params);
			if ((await statusOf(server + address, lived.cookies[as])) === 200)
				return { as, go: async (page, language) => void (await page.goto(under(language, address))) };
		}
	}
	return undefined;
}

async function press(page: Page, from: string, button: string): Promise<void> {
	await page.goto(from);
	await page.locator(button).first().click();
	await page.waitForLoadState();
}

const under = (language: string, address: string) =>
	language && address === '/' ? language : language + address;

async function statusOf(url: string, cookie: string): Promise<number> {
	return (await fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })).status;
}
