import { error, type RequestEvent } from '@sveltejs/kit';
import { Problem } from '#shared/problem';
import { sentenceOf } from '#words/problems';
import { refusalPage } from './front/refusal.ts';

const statuses: Record<string, number> = {
	'not-found': 404,
	'unreadable-form': 400,
	'too-large': 413,
	'too-many': 429,
	'upload-elsewhere': 409,
	'upload-unfinished': 409,
	// As tus has it: a checksum that does not agree.
	'piece-damaged': 460,
	'signed-out': 401,
	'link-unusable': 404,
	'database-away': 503,
	busy: 503,
	'no-room': 507,
	'files-away': 503
};

/** Not now, and not the person's doing: a page that says so and hands back what they typed. */
export function isOutage({ code }: Problem): boolean {
	return (statuses[code] ?? 0) >= 500;
}

/** Said on a page of its own, which hands back what was typed: there is nothing in the form to mend. */
export function isForAnotherPage(problem: Problem): boolean {
	return isOutage(problem) || ['not-found', 'signed-out', 'too-many'].includes(problem.code);
}

/** The one place where a Problem becomes a page. `kept`: what was typed, to be shown again. */
export function httpProblem(problem: unknown, kept: [string, string][] = []): never {
	if (!(problem instanceof Problem)) throw problem;
	const { code, details } = problem;
	const next = typeof details['next'] === 'string' ? { next: details['next'] } : {};
	error(statuses[code] ?? 422, sentenceOf(code, details), {
		code,
		...(kept.length ? { kept } : {}),
		...next
	});
}

/** The same where no page is made: for a program that asked for JSON as JSON, for everybody else as a page of one sentence. */
export function problemResponse(problem: unknown, { request, url }: RequestEvent): Response {
	if (!(problem instanceof Problem)) throw problem;
	const { code, details } = problem;
	const status = statuses[code] ?? 422;
	if (request.headers.get('accept')?.startsWith('application/json'))
		return Response.json({ code, message: sentenceOf(code, details) }, { status });
	return new Response(refusalPage(code, url.pathname, details), {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' }
	});
}
