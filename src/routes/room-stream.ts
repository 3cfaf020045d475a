import type { RequestEvent } from '@sveltejs/kit';
import { newsInRoom, type News, type Watch } from '#areas/boards/server';
import { roomNews } from '#areas/boards/ui';
import { log } from '#server/log';
import { follow } from '#server/live';
import { problemResponse } from '#server/web';
import { house, type Actor } from '#shared/actor';
import { getLocale } from '#words/addresses';
import { isStill } from './change-stream.ts';

/**
 * A room as it goes on, for one browser: from where it stood (`Last-Event-ID`, or `since`), so that whoever was away
 * misses nothing. `base`: where a note is changed from.
 */
export function streamOf<I>(
	watch: (actor: Actor, input: I) => Promise<Watch>,
	base: (params: Partial<Record<string, string>>) => string
) {
	return async (event: RequestEvent): Promise<Response> => {
		const { request, url, params, locals } = event;
		const from = request.headers.get('last-event-id') ?? url.searchParams.get('since') ?? '';
		const look = { base: base(params), locale: getLocale() };
		try {
			const { board, topic } = await watch(locals.actor, params as I);
			return follow<News>({
				topic,
				from,
				look: (since) => newsInRoom(house, { board, since }),
				// Somebody may have been put out: whoever watches is asked for again.
				may: async ({ isElsewhere }) =>
					!isElsewhere || (await isStill(() => watch(locals.actor, params as I))),
				key: `${look.locale} ${look.base}`,
				say: (news) => JSON.stringify(roomNews(news, look)),
				lost: (error) => log.warn({ err: error }, 'live')
			});
		} catch (problem) {
			return problemResponse(problem, event);
		}
	};
}
