import type { RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '#words/addresses';
import type { Addresses } from '#areas/programmes';

/** Whole addresses, in the language of the address that was asked for. */
export function addressesAt({ url }: RequestEvent): Addresses {
	const whole = (path: string) => url.origin + localizeHref(path);
	return { list: whole('/programmes'), of: ({ slug }) => whole(`/programmes/${slug}`) };
}

/** The last change among several calls, and the next instant at which the clock changes one. */
export function turning(calls: { nextTurn: Date | null }[]): Date | null {
	const turns = calls.flatMap(({ nextTurn }) => nextTurn ?? []);
	return turns.length ? new Date(Math.min(...turns.map((turn) => turn.getTime()))) : null;
}
