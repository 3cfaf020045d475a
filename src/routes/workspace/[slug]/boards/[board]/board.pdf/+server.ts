import { showBoard } from '#areas/boards/server';
import { boardPdf } from '#areas/boards/ui';
import { download, endpoint, underCostlyCeiling } from '#server/web';
import { getLocale } from '#words/addresses';

export const GET = endpoint(showBoard, {
	guard: underCostlyCeiling,
	as: async (view, { url }) => {
		const size = url.searchParams.get('paper') === 'a3' ? 'A3' : 'A4';
		const { name: title, changedAt } = view;
		const pdf = await boardPdf(view.template, view.notes, { title, locale: getLocale(), size, changedAt });
		return download(pdf, `${view.slug}-${view.number}-board-${size}.pdf`, 'application/pdf');
	}
});
