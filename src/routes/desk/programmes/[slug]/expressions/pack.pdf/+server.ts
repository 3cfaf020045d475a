import { exportExpressions, readExportPart } from '#areas/programmes/server';
import { packParts } from '#areas/programmes/ui';
import { downloadParts, endpoint, underCostlyCeiling } from '#server/web';

export const GET = endpoint(exportExpressions, {
	from: 'both',
	also: () => ({ as: 'pdf' }),
	guard: underCostlyCeiling,
	as: (file, { locals }) => {
		const parts = packParts(file, (ids) => readExportPart(locals.actor, { slug: file.slug, ids }));
		return downloadParts(parts, `${file.slug}.pdf`, 'application/pdf');
	}
});
