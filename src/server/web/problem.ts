import { error } from '@sveltejs/kit';
import { Problem } from '#shared/problem';
import { sentenceOf } from '#words/problems';

const statuses: Record<string, number> = {
	'not-found': 404,
	'unreadable-form': 400,
	'too-large': 413,
	'too-many': 429,
	'database-away': 503,
	busy: 503,
	'no-room': 507
};

/** Not now, and not the person's doing: a page that says so and hands back what they typed. */
export function isOutage({ code }: Problem): boolean {
	return (statuses[code] ?? 0) >= 500;
}

/** The one place where a Problem becomes a page. `kept`: what was typed, to be shown again. */
export function httpProblem(problem: unknown, kept?: [string, string][]): never {
	if (!(problem instanceof Problem)) throw problem;
	const { code, details } = problem;
	error(statuses[code] ?? 422, sentenceOf(code, details), { code, ...(kept ? { kept } : {}) });
}
