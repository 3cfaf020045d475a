import { holdingsTable } from '#areas/programmes';
import { showHoldings } from '#areas/programmes/server';
import { download, endpoint, underCostlyCeiling } from '#server/web';

export const GET = endpoint(showHoldings, {
	guard: underCostlyCeiling,
	as: (view) => download(holdingsTable(view), `${view.expression.reference}.csv`, 'text/csv; charset=utf-8')
});
