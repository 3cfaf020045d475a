import { formsIn, linksIn } from '../surfaces/html.ts';
import type { Address, Sight } from './look.ts';

/** Addresses with a query that pages lead to, by a link or by a choice in a form that looks something up. */
export function queriesIn(sights: readonly Sight[]): Address[] {
	const found = new Map<string, Address>();
	for (const { address, route, params, shown } of sights)
		for (const query of [...linkedFrom(shown, address), ...choicesIn(shown, address)])
			found.set(query, { address: query, route, params });
	return [...found.values()];
}

/** Only those that stay on the page: others are addresses of their own. */
function linkedFrom(html: string, address: string): string[] {
	return linksIn(html)
		.map((href) => new URL(href, `http://x${address}`))
		.filter(({ host, pathname, search }) => host === 'x' && pathname === address.split('?')[0] && search)
		.map(({ pathname, search }) => pathname + search);
}

function choicesIn(html: string, address: string): string[] {
	const forms = formsIn(html, address).filter(({ method }) => method === 'get');
	return forms.flatMap(({ action, controls }) =>
		controls.flatMap(({ name, options, value, type }) =>
			[...options, ...(['radio', 'checkbox'].includes(type) ? [value] : [])]
				.filter(Boolean)
				.map((option) => `${action.split('?')[0]}?${new URLSearchParams([[name, option]]).toString()}`)
		)
	);
}

/** The fields in which words are looked for, each as an address that lacks only the words. */
export function searchesIn(sights: readonly Sight[]): (Address & { viewer: Sight['viewer'] })[] {
	const real = sights.filter(({ route, address }) => !/^\/ui(\/|$)/.test(route.id) && !address.includes('?'));
	return real.flatMap(({ viewer, address, route, params, shown }) =>
		formsIn(shown, address)
			.filter(({ method }) => method === 'get')
			.flatMap(({ action, controls }) =>
				controls
					.filter(({ type }) => type === 'text' || type === 'search')
					.map(({ name }) => ({ viewer, route, params, address: `${action.split('?')[0]}?${name}=` }))
			)
	);
}
