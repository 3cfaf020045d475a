import { hereWords } from '#areas/programmes';
import { showWhoIsHere } from '#areas/programmes/server';
import { endpoint } from '#server/web';

/** For the script that asks who else is on a page. */
export const GET = endpoint(showWhoIsHere, {
	as: (here) => Response.json(hereWords(here), { headers: { 'cache-control': 'private, no-store' } })
});
