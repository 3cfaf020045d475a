import { coApplicants, type Viewer } from '../lived-in/index.ts';
import type { Params, Places } from '../lived-in/places.ts';
import { addressOf, inEveryLanguage, type Route } from '../surfaces/routes.ts';
import { everythingIn } from './read.ts';

/** An address of something, and what stands in its places. */
export type Address = { address: string; route: Route; params: Params };
/** What one viewer was shown there. Lower case: a mark is found in any spelling. */
export type Sight = Address & { viewer: Viewer; status: number; shown: string };
export type Looking = {
	server: string;
	cookies: Partial<Record<Viewer, string>>;
	/** Of a program that acts for one of them. */
	token?: string;
};

const atOnce = 6;

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
			.filter((address) => !isElsewhere(viewer, address))
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

/** The gallery shows specimens to everybody: one look is enough. */
function isGallery({ route }: Address): boolean {
	return /^\/ui(\/|$)/.test(route.id);
}

/** With `form`, what comes back when somebody sends it. */
export async function look(
	{ server, cookies, token }: Looking,
	viewer: Viewer,
	at: Address,
	form?: Record<string, string>
): Promise<Sight> {
	const response = await fetch(server + at.address, {
		headers: {
			cookie: cookies[viewer] ?? '',
			accept: 'text/html',
			origin: server,
			...(token && { authorization: `Bearer ${token}` })
		},
		redirect: 'manual',
		...(form ? { method: 'POST', body: new URLSearchParams(form) } : {})
	});
	const shown = (await everythingIn(response)).toLowerCase();
	return { ...at, viewer, status: response.status, shown };
}
