import { showHoldings } from '#areas/programmes/server';
import { download, endpoint, underCostlyCeiling } from '#server/web';

export const GET = endpoint(showHoldings, {
	guard: underCostlyCeiling,
	as: (view) =>
		download(JSON.stringify(view, null, '\t'), `${view.expression.reference}.json`, 'application/json')
});
