import { showCallToPrint } from '#areas/programmes/server';
import { callPdf } from '#areas/programmes/ui';
import { endpoint, fresh, underCostlyCeiling } from '#server/web';
import { addressesAt } from '../../addresses.ts';

export const GET = endpoint(showCallToPrint, {
	guard: underCostlyCeiling,
	as: async ({ call, answers, changedAt }, event) =>
		fresh(event, {
			body: await callPdf(call, (await addressesAt(event)).of(call), answers),
			type: 'application/pdf',
			changedAt,
			until: call.nextTurn,
			name: `${call.slug}.pdf`
		})
});
