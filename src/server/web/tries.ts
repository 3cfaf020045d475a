import type { RequestEvent } from '@sveltejs/kit';
import { spendTry, type Purpose } from '#server/identity';
import { Problem } from '#shared/problem';
import { networkOf } from './client.ts';
import type { Fields } from './form-action.ts';

/**
 * A guard for a form in which something could be guessed or somebody pestered: `tries('ask-for-link', ({ email }) =>
 * email)`. The target is whose it is: a letter box, an account. Each form sent counts.
 */
export function tries(purpose: Purpose, target?: (fields: Fields, event: RequestEvent) => unknown) {
	return async (fields: Fields, event: RequestEvent): Promise<void> => {
		const whose = target?.(fields, event);
		try {
			await spendTry(purpose, {
				address: networkOf(event),
				target: typeof whose === 'string' ? whose.trim().toLowerCase() : undefined
			});
		} catch (problem) {
			if (problem instanceof Problem && problem.code === 'too-many')
				event.setHeaders({ 'retry-after': String(Number(problem.details['minutes']) * 60) });
			throw problem;
		}
	};
}
