import type { RequestEvent } from '@sveltejs/kit';
import { isOurs, recognise, type Opened } from '#server/identity';
import { visitor, type Actor } from '#shared/actor';
import { cookies } from '#shared/cookies';
import { Problem } from '#shared/problem';
import { isOutage } from './problem.ts';

/** The one cookie of an account. Whoever has none never gets one for looking. */
const cookie = cookies.session.name;

/** The person whose session the cookie is; a visitor without one, and while our records cannot be reached. */
export async function personFrom(event: RequestEvent): Promise<Actor> {
	const token = event.cookies.get(cookie);
	if (!token) return visitor;
	try {
		const known = await recognise(visitor, { token });
		if (!known) return visitor;
		event.locals.session = { id: known.session, owesFactor: known.owesFactor };
		return known.actor;
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		if (isOutage(problem)) event.locals.recordsAway = true;
		return visitor;
	}
}

/** What a session that begins has to know of the browser. */
export function browserOf({ request, cookies }: RequestEvent) {
	return { agent: request.headers.get('user-agent') ?? '', previous: cookies.get(cookie) };
}

export function keepSession(event: RequestEvent, { token, endsAt }: Opened): void {
	event.cookies.set(cookie, token, { ...attributes(event), expires: endsAt });
}

/** The token, to be ended, while the browser forgets it. */
export function dropSession(event: RequestEvent): string {
	const token = event.cookies.get(cookie) ?? '';
	event.cookies.delete(cookie, attributes(event));
	return token;
}

/** The session of this browser, for use cases that raise or keep it. Put in after the fields, so that no form names another. */
export function sessionOf({ locals }: RequestEvent): { session: string } {
	return { session: locals.session?.id ?? '' };
}

/** Where somebody wanted to go before they signed in: an address of ours. */
export function onwardFrom({ searchParams }: URL, otherwise = '/account'): string {
	const next = searchParams.get('next') ?? '';
	return isOurs(next) ? next : otherwise;
}

/** 'lax': a link in a mail opens signed in, while a form on another site cannot use it (and Kit asks for our origin). */
function attributes({ url }: RequestEvent) {
	return {
		path: '/',
		httpOnly: true,
		sameSite: 'lax' as const,
		secure: url.protocol === 'https:'
	};
}
