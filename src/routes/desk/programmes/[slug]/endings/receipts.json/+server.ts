import { showReceipts } from '#areas/programmes/server';
import { download, endpoint } from '#server/web';

export const GET = endpoint(showReceipts, {
	as: ({ slug, receipts }) =>
		download(JSON.stringify(receipts, null, '\t'), `${slug}-receipts.json`, 'application/json; charset=utf-8')
});
