import { showHoldings } from '#areas/programmes/server';
import { download, endpoint } from '#server/web';

export const GET = endpoint(showHoldings, {
	as: (view) =>
		download(JSON.stringify(view, null, '\t'), `${view.expression.reference}.json`, 'application/json')
});
