import { robotsOf } from '#areas/site';
import { locales } from '#words/addresses';

export const GET = () =>
	new Response(robotsOf(locales), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' }
	});
