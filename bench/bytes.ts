import type { Browser, Response } from 'playwright-core';
import { findChromium, launchChromium, noBrowser } from '../tests/browser/chromium.ts';
import { addressOf, builtRoutes } from '../tests/surfaces/routes.ts';
import { kilobytes, type Part } from './table.ts';
import { drafts, slug } from './world.ts';
import type { ProvingGround } from '../tests/prove/placard.ts';

type Weight = Record<'html' | 'css' | 'js', number>;

/** Every page that a visitor is shown, and those of an application, as a browser that has never been here loads them. */
export async function bytes(ground: ProvingGround): Promise<Part> {
	const part = { ...words, rows: [] as (string | number)[][] };
	if (!(await findChromium())) return { ...part, rows: [[noBrowser, '', '', '', '']] };
	const { address } = await ground.serve();
	const [applicant] = await drafts(ground, 1, new Date());
	const places = { slug, reference: applicant!.reference, page: 'community' };
	const browser = await launchChromium();
	try {
		for (const route of pages()) {
			const at = addressOf({ id: route }, places);
			const cookie = route.startsWith('/application') ? applicant!.cookie : undefined;
			const weight = await weigh(browser, address, at, cookie);
			if (weight) part.rows.push([route, ...inKilobytes(weight)]);
		}
	} finally {
		await browser.close();
	}
	return part;
}

const words = {
	title: 'Weight of the public pages',
	how:
		'Kilobytes (1,000 bytes) over the line, as Chromium receives them on a first visit with an empty cache; fonts and images aside. ' +
		'Pages inside an application are not compressed: what compresses well could tell a secret. A journey fails when the call page is over 30.',
	head: ['page', 'HTML', 'CSS', 'JavaScript', 'in all']
};

/** Closed rooms, single files and the gallery aside. */
function pages(): string[] {
	const closed = /^\/(desk|account|ui|sign-out)\b|\[(?!slug|reference|page\])/;
	return builtRoutes()
		.filter(({ id, isPage }) => isPage && !closed.test(id))
		.map(({ id }) => id)
		.sort();
}

/** Nothing for an address that leads elsewhere: that page is weighed under its own. */
async function weigh(
	browser: Browser,
	server: string,
	at: string,
	cookie: string | undefined
): Promise<Weight | undefined> {
	const context = await browser.newContext();
	const [name = '', value = ''] = cookie?.split('=') ?? [];
	if (cookie) await context.addCookies([{ name, value, url: server + at }]);
	const page = await context.newPage();
	const answers: Response[] = [];
	page.on('response', (response) => answers.push(response));
	const response = await page.goto(server + at, { waitUntil: 'networkidle' });
	const isShown = response?.status() === 200 && new URL(page.url()).pathname === at;
	const weight = isShown ? await sum(answers) : undefined;
	await context.close();
	return weight;
}

async function sum(answers: Response[]): Promise<Weight> {
	const weight: Weight = { html: 0, css: 0, js: 0 };
	for (const answer of answers) {
		const kind = kindOf(answer.headers()['content-type'] ?? '');
		if (kind) weight[kind] += (await answer.request().sizes()).responseBodySize;
	}
	return weight;
}

/** What is neither font nor image and none of the three counts as HTML: nothing is left out. */
function kindOf(type: string): keyof Weight | undefined {
	if (/font|image/.test(type)) return undefined;
	if (/css/.test(type)) return 'css';
	return /javascript/.test(type) ? 'js' : 'html';
}

function inKilobytes({ html, css, js }: Weight): string[] {
	return [html, css, js, html + css + js].map(kilobytes);
}
