import settings from '../../project.inlang/settings.json' with { type: 'json' };
import { slugs } from '../lived-in/calls.ts';
import { allStaff, areKept, coApplicants, viewers, whoChoose, type Viewer } from '../lived-in/index.ts';
import type { Params, Places } from '../lived-in/places.ts';
import { addressOf, inEveryLanguage, type Route } from '../surfaces/routes.ts';
import { everythingIn } from './read.ts';

/** An address of something, and what stands in its places. */
export type Address = { address: string; route: Route; params: Params };
/** What one viewer was shown there. Lower case: a mark is found in any spelling. */
export type Sight = Address & { viewer: Viewer; isProgram: boolean; status: number; shown: string };
export type Looking = {
	server: string;
	cookies: Partial<Record<Viewer, string>>;
	/** Of programs that act for some of them. */
	tokens?: Partial<Record<Viewer, string>>;
};

const atOnce = 6;
const { locales } = settings;

export function addressesOf(routes: Route[], placesOf: (route: Route) => Places): Address[] {
	return routes
		.filter(({ isPage, methods }) => isPage || methods.includes('GET'))
		.flatMap((route) => placesOf(route).flatMap((params) => addressesWith(route, params)));
}

export function addressesWith(route: Route, params: Params): Address[] {
	return inEveryLanguage(addressOf(route, params)).map((address) => ({ address, route, params }));
}

/** Every one of these addresses, as each of these viewers. */
export async function lookAround(
	looking: Looking,
	viewers: readonly Viewer[],
	addresses: readonly Address[]
): Promise<Sight[]> {
	const waiting = viewers.flatMap((viewer) =>
		addresses
			.filter((address) => viewer === 'a visitor' || !isGallery(address))
			.filter((address) => !isElsewhere(viewer, address) && !isEnough(viewer, address))
			.map((address) => ({ viewer, address }))
	);
	const sights: Sight[] = [];
	const work = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift())
			sights.push(await look(looking, next.viewer, next.address));
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return sights;
}

/** The rooms of staff answer everybody who applies alike, which those see who write alone. */
export function isElsewhere(viewer: Viewer, { route }: Pick<Address, 'route'>): boolean {
	return coApplicants.includes(viewer) && /^\/(desk|account|sign-)/.test(route.id);
}

/**
 * In the calls that are over, what strangers are answered is what one of them is answered; and of what is costly to make,
 * one network may have so much in ten minutes and no more.
 */
function isEnough(viewer: Viewer, { route, params }: Pick<Address, 'route' | 'params'>): boolean {
	const isPast = params['slug'] === slugs.choosing || params['slug'] === slugs.told;
	if (route.id.startsWith('/application/'))
		return isPast ? !lookers[params['slug']!]!.includes(viewer) : newcomers.includes(viewer);
	if (params['slug'] !== slugs.told || !/^\/(desk|panel)/.test(route.id)) return false;
	return ![...allStaff, ...areKept, ...whoChoose].includes(viewer);
}

const lookers: Record<string, readonly Viewer[]> = {
	[slugs.choosing]: ['who waits to be told', 'another applicant', 'who reads it for the panel', ...areKept],
	[slugs.told]: ['who was told', 'another applicant', 'who reads it for the panel', ...areKept]
};
/** Of the open call they are strangers. */
const newcomers: readonly Viewer[] = ['who acts as chair', 'who waits to be told', 'who was told'];

/** The gallery shows specimens to everybody: one look is enough. */
function isGallery({ route }: Address): boolean {
	return /^\/ui(\/|$)/.test(route.id);
}

/** With `form`, what comes back when somebody sends it. */
export async function look(
	{ server, cookies, tokens }: Looking,
	viewer: Viewer,
	at: Address,
	form?: Record<string, string>
): Promise<Sight> {
	const token = tokens?.[viewer];
	const response = await fetch(server + at.address, {
		headers: {
			cookie: cookies[viewer] ?? '',
			accept: 'text/html',
			origin: server,
			'x-forwarded-for': placeOf(viewer, at),
			...(token && { authorization: `Bearer ${token}` })
		},
		redirect: 'manual',
		...(form ? { method: 'POST', body: new URLSearchParams(form) } : {})
	});
	const shown = (await everythingIn(response)).toLowerCase();
	return { ...at, viewer, isProgram: token !== undefined, status: response.status, shown };
}

/** Each from a place of their own in each language: what one network may ask of us is not shared out among them. */
function placeOf(viewer: Viewer, at: Address): string {
	return `10.0.${languageOf(at) + 1}.${viewers.indexOf(viewer) + 1}`;
}

/** What a form does, and what a search finds, hangs on no language: with LEAKS=all that is tried as well. */
export function isInOneLanguage(at: Address): boolean {
	return process.env['LEAKS'] === 'all' || languageOf(at) < 0;
}

/** Below nothing: the one that stands in no address. */
function languageOf({ address }: Address): number {
	return locales.indexOf(address.split('/')[1]!.split('?')[0]!);
}
