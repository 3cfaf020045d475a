import { giveDrawList } from '#areas/programmes/server';
import { endpoint } from '#server/web';

/** Letter by letter as it was frozen: its digest is the one that was published. */
export const GET = endpoint(giveDrawList, {
	as: ({ list }) =>
		new Response(list, {
			headers: {
				'content-type': 'application/json',
				'content-disposition': 'attachment; filename="list.json"',
				'cache-control': 'private, no-store'
			}
		})
});
