import { csvParts } from '#areas/programmes';
import { exportExpressions, readExportPart } from '#areas/programmes/server';
import { downloadParts, endpoint, underCostlyCeiling } from '#server/web';

export const GET = endpoint(exportExpressions, {
	from: 'both',
	also: () => ({ as: 'csv' }),
	guard: underCostlyCeiling,
	as: (file, { locals }) => {
		const parts = csvParts(file, (ids) => readExportPart(locals.actor, { slug: file.slug, ids }));
		return downloadParts(parts, `${file.slug}.csv`, 'text/csv; charset=utf-8');
	}
});
