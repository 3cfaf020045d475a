import { showReceipt } from '#areas/programmes/server';
import { receiptPdf } from '#areas/programmes/ui';
import { download, endpoint, underCostlyCeiling } from '#server/web';

export const GET = endpoint(showReceipt, {
	guard: underCostlyCeiling,
	as: async (view) => download(await receiptPdf(view), `receipt-${view.receipt.id}.pdf`, 'application/pdf')
});
