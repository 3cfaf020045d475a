import type { RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { localizeHref } from '#words/addresses';
import { deLocalizeHref } from '../../words/generated/runtime.js';

/** Rooms that only people who are signed in enter. */
const closed = /^\/(desk|panel|workspace|account)(\/|$)/;

/**
 * Whoever comes to a room of accounts without one is sent to sign in, whether that page exists or not; whoever owes
 * their second factor is sent to give it. What a person may see inside is asked by each use case.
 */
export const signedInFirst: Handle = ({ event, resolve }) => {
	const way = wayIn(event);
	if (!way) return resolve(event);
	if (isLooking(event.request)) return new Response(null, { status: 303, headers: { location: way } });
	event.locals.signIn = way;
	return resolve(event);
};

/** Where to sign in before coming back; nothing for whoever is in, and while our records cannot be reached. */
function wayIn({ url, request, locals }: RequestEvent): string | undefined {
	const { actor, session, recordsAway } = locals;
	const path = deLocalizeHref(url.pathname);
	if (!closed.test(path) || recordsAway) return undefined;
	if (actor.kind === 'person' && !session?.owesFactor) return undefined;
	const room = actor.kind === 'person' ? '/sign-in/second-factor' : '/sign-in';
	const next = isLooking(request) ? `?next=${encodeURIComponent(path + url.search)}` : '';
	return localizeHref(room + next);
}

function isLooking({ method }: Request): boolean {
	return method === 'GET' || method === 'HEAD';
}
