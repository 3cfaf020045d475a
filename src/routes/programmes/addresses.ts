import type { RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '#words/addresses';
import type { Addresses } from '#areas/programmes';
import { hostNow } from '../host.ts';

/** Whole addresses, in the language of the address that was asked for. */
export async function addressesAt({ url }: RequestEvent): Promise<Addresses> {
	const whole = (path: string) => url.origin + localizeHref(path);
	const { name } = await hostNow();
	return {
		host: name ?? 'Placard',
		list: whole('/programmes'),
		of: ({ slug }) => whole(`/programmes/${slug}`)
	};
}

/** The last change among several calls, and the next instant at which the clock changes one. */
export function turning(calls: { nextTurn: Date | null }[]): Date | null {
	const turns = calls.flatMap(({ nextTurn }) => nextTurn ?? []);
	return turns.length ? new Date(Math.min(...turns.map((turn) => turn.getTime()))) : null;
}
