import { showCall } from '#areas/programmes/server';
import { callPdf } from '#areas/programmes/ui';
import { endpoint, fresh, underCostlyCeiling } from '#server/web';
import { addressesAt } from '../../addresses.ts';

export const GET = endpoint(showCall, {
	guard: underCostlyCeiling,
	as: async (view, event) =>
		fresh(event, {
			body: await callPdf(view, (await addressesAt(event)).of(view)),
			type: 'application/pdf',
			changedAt: view.changedAt,
			until: view.nextTurn,
			name: `${view.slug}.pdf`
		})
});
