import { recordCsv } from '#areas/programmes';
import { exportRecord } from '#areas/programmes/server';
import { download, endpoint, underCostlyCeiling } from '#server/web';

export const GET = endpoint(exportRecord, {
	guard: underCostlyCeiling,
	as: (view) => download(recordCsv(view), `${view.slug}-record.csv`, 'text/csv; charset=utf-8')
});
