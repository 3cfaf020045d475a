import type { RequestEvent } from '@sveltejs/kit';
import { log } from '#server/log';
import { follow, type Newest } from '#server/live';
import { problemResponse } from '#server/web';
import { house, type Actor } from '#shared/actor';
import { Problem } from '#shared/problem';

type Watch = { board: string; topic: string };

/** That something changed, and nothing of what: whoever follows fetches the page, which knows what they may see. */
export function changesOf<I>(
	watch: (actor: Actor, input: I) => Promise<Watch>,
	look: (actor: Actor, input: { board: string }) => Promise<Newest | null>
) {
	return async (event: RequestEvent): Promise<Response> => {
		const { params, locals, request, url } = event;
		const mayStill = () => watch(locals.actor, params as I);
		try {
			const { board, topic } = await mayStill();
			return follow({
				topic,
				from: request.headers.get('last-event-id') ?? url.searchParams.get('since') ?? '',
				look: () => look(house, { board }),
				may: () => isStill(mayStill),
				key: '',
				say: () => '',
				lost: (error) => log.warn({ err: error }, 'live')
			});
		} catch (problem) {
			return problemResponse(problem, event);
		}
	};
}

/** May somebody still watch what they watch? */
export async function isStill(watch: () => Promise<unknown>): Promise<boolean> {
	try {
		await watch();
		return true;
	} catch (problem) {
		if (problem instanceof Problem) return false;
		throw problem;
	}
}
