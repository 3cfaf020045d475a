import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import { visitor, type Actor } from '#shared/actor';
import { cookies } from '#shared/cookies';
import { Problem } from '#shared/problem';
import type { UseCase } from '#server/use-case';
import { locales, localizeHref } from '#words/addresses';
import { deLocalizeHref } from '../../words/generated/runtime.js';
import { page } from './load.ts';
import { httpProblem, isOutage } from './problem.ts';

/** The cookie of one room in one browser. It is made when somebody comes in, and sent to the pages of that room only. */
const { name: cookie, days } = cookies.room;

type Open = { room: string; token: string };

export function isInRoom({ url }: RequestEvent): boolean {
	return roomIn(url) !== undefined;
}

/** Who came into the room that this address is of, by this browser's cookie; a visitor otherwise. */
export async function participantFrom(
	event: RequestEvent,
	recognise: UseCase<Open, Actor | null>
): Promise<Actor> {
	const room = roomIn(event.url);
	const token = event.cookies.get(cookie);
	if (!room || !token) return visitor;
	try {
		return (await recognise(visitor, { room, token })) ?? visitor;
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		event.locals.recordsAway = isOutage(problem);
		return visitor;
	}
}

export function keepInRoom(event: RequestEvent, { room, token }: Open): void {
	for (const path of pathsOf(room))
		event.cookies.set(cookie, token, { ...attributes(event), path, maxAge: days * 86_400 });
}

export function forgetRoom(event: RequestEvent, room: string): void {
	for (const path of pathsOf(room)) event.cookies.delete(cookie, { ...attributes(event), path });
}

/** A page inside a room. Whoever is not in it, or not any more, gets no view: the page says so. */
export function roomPage<I, O>(useCase: UseCase<I, O>) {
	const load = page(useCase);
	return async (event: ServerLoadEvent): Promise<{ view: O | null }> => {
		if (event.locals.recordsAway) httpProblem(new Problem('database-away'));
		return event.locals.actor.kind === 'participant' ? load(event) : { view: null };
	};
}

/** In every language the same room lies at another address. */
function pathsOf(room: string): string[] {
	return locales.map((locale) => localizeHref(`/room/${room}`, locale));
}

function roomIn(url: URL): string | undefined {
	return /^\/room\/([0-9a-f-]{36})(\/|$)/.exec(deLocalizeHref(url.pathname))?.[1];
}

function attributes({ url }: RequestEvent) {
	return { httpOnly: true, sameSite: 'lax' as const, secure: url.protocol === 'https:' };
}
