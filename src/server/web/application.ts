import { isHttpError, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { visitor, type Actor } from '#shared/actor';
import { cookies } from '#shared/cookies';
import { Problem } from '#shared/problem';
import type { UseCase } from '#server/use-case';
import { locales, localizeHref } from '#words/addresses';
import { deLocalizeHref } from '../../words/generated/runtime.js';
import { page } from './load.ts';
import { httpProblem, isOutage } from './problem.ts';

/** The cookie of one application in one browser. It is made when one is begun or returned to, and sent to its pages only. */
const { name: cookie, days: daysKept } = cookies.application;

type Open = { reference: string; token: string };
type Recognise = UseCase<Open, Actor | null>;

/** Is this address inside an application? */
export function isInApplication({ url }: RequestEvent): boolean {
	return referenceIn(url) !== undefined;
}

/** The applicant whose application this address and this browser's cookie open; a visitor otherwise. */
export async function applicantFrom(event: RequestEvent, recognise: Recognise): Promise<Actor> {
	const reference = referenceIn(event.url);
	const token = tokenOf(event);
	if (!reference || !token) return visitor;
	try {
		return (await recognise(visitor, { token, reference })) ?? visitor;
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		event.locals.recordsAway = isOutage(problem);
		return visitor;
	}
}

export function keepOpen(event: RequestEvent, { reference, token }: Open): void {
	for (const path of pathsOf(reference))
		event.cookies.set(cookie, token, { ...attributes(event), path, maxAge: daysKept * 86_400 });
}

export function forgetOpen(event: RequestEvent, reference: string): void {
	for (const path of pathsOf(reference)) event.cookies.delete(cookie, { ...attributes(event), path });
}

export function tokenOf({ cookies }: RequestEvent): string {
	return cookies.get(cookie) ?? '';
}

/** A page inside an application. Whoever has not opened it gets no view, and the layout asks for the code instead. */
export function heldPage<I, O>(useCase: UseCase<I, O>, options: Parameters<typeof page<I, O>>[1] = {}) {
	const load = page(useCase, options);
	return async (event: ServerLoadEvent): Promise<{ view: O | null; isOfTheLead?: true }> => {
		if (event.locals.recordsAway) httpProblem(new Problem('database-away'));
		if (event.locals.actor.kind !== 'applicant') return { view: null };
		return load(event).catch((problem: unknown) => orSaidWhose(problem, event, useCase.who));
	};
}

/** Of several people who write one application, all but the lead are told whose a page is: the layout says it. */
function orSaidWhose(
	problem: unknown,
	{ locals: { actor } }: ServerLoadEvent,
	who: string
): { view: null; isOfTheLead: true } {
	const isOneOfThem = actor.kind === 'applicant' && actor.co !== undefined;
	if (isHttpError(problem, 404) && isOneOfThem && who.startsWith('holder'))
		return { view: null, isOfTheLead: true };
	throw problem;
}

/** In every language the same application lies at another address, and is open at each. */
function pathsOf(reference: string): string[] {
	return locales.map((locale) => localizeHref(`/application/${reference}`, locale));
}

function referenceIn(url: URL): string | undefined {
	return /^\/application\/([^/]+)/.exec(deLocalizeHref(url.pathname))?.[1];
}

function attributes({ url }: RequestEvent) {
	return { httpOnly: true, sameSite: 'lax' as const, secure: url.protocol === 'https:' };
}
