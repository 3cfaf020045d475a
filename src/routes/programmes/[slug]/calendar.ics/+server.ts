import { callCalendar } from '#areas/programmes';
import { showCall } from '#areas/programmes/server';
import { endpoint, fresh } from '#server/web';
import { addressesAt } from '../../addresses.ts';

export const GET = endpoint(showCall, {
	as: async (view, event) =>
		fresh(event, {
			body: callCalendar(view, (await addressesAt(event)).of(view)),
			type: 'text/calendar; charset=utf-8',
			changedAt: view.changedAt,
			until: view.nextTurn,
			name: `${view.says.discreet ? 'dates' : view.slug}.ics`
		})
});
