import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import { Problem, Unusable } from '#shared/problem';
import type { UseCase } from '#server/use-case';
import { httpProblem, problemResponse } from './problem.ts';

type From = 'params' | 'query' | 'both' | 'nothing';
type Options = {
	from?: From;
	/** What the server knows better than the address: the session, the language. */
	also?: (event: RequestEvent) => object;
	/** Asked first, where it could be asked too often. */
	guard?: (event: RequestEvent) => Promise<void>;
};
type PageOptions = Options & {
	/** The same for every visitor: their browser may keep it for going back, and asks before it shows it anew. */
	forAll?: boolean;
};

/** A page's load: the use case, asked by whoever looks, with the address as its input. Its view becomes `data.view`. */
export function page<I, O>(useCase: UseCase<I, O>, options: PageOptions = {}) {
	return async (event: ServerLoadEvent): Promise<{ view: O }> => {
		const view = await asked(useCase, event, options).catch(httpProblem);
		if (options.forAll && event.locals.actor.kind === 'visitor')
			event.setHeaders({ 'cache-control': 'private, no-cache' });
		return { view };
	};
}

/** A file or feed: the same use case, another form of its view. */
export function endpoint<I, O>(
	useCase: UseCase<I, O>,
	{ as, ...options }: Options & { as: (view: O, event: RequestEvent) => Response | Promise<Response> }
) {
	return (event: RequestEvent): Promise<Response> =>
		asked(useCase, event, options).then(
			(view) => as(view, event),
			(problem: unknown) => problemResponse(problem, event)
		);
}

async function asked<I, O>(useCase: UseCase<I, O>, event: RequestEvent, options: Options): Promise<O> {
	try {
		await options.guard?.(event);
		return await useCase(event.locals.actor, inputFrom(event, options) as I);
	} catch (problem) {
		// An address of the wrong shape names nothing that exists.
		throw problem instanceof Unusable ? new Problem('not-found') : problem;
	}
}

function inputFrom(event: RequestEvent, { from = 'params', also }: Options): Record<string, unknown> {
	const { params, url } = event;
	const query = from === 'query' || from === 'both' ? queryOf(url) : {};
	const given = from === 'params' || from === 'both' ? { ...query, ...params } : query;
	return { ...given, ...also?.(event) };
}

/** A name given several times is a list. Empty means not given. */
function queryOf(url: URL): Record<string, string | string[]> {
	const names = [...new Set(url.searchParams.keys())];
	const pairs = names.map(
		(name) => [name, url.searchParams.getAll(name).filter((value) => value !== '')] as const
	);
	return Object.fromEntries(
		pairs.filter(([, all]) => all.length).map(([name, all]) => [name, all.length > 1 ? all : all[0]!])
	);
}
