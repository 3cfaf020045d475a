import * as m from '#words';
import type { CallView } from './server/call-views.ts';
import { amountOf, placesName, placesOf } from './call-words.ts';

/** The few figures that people look for first, as far as the host has said them. */
export function figuresOf({ says }: CallView): { value: string; label: string; note?: string }[] {
	const { stipend, time, cost } = says;
	const places = placesOf(says);
	const parts = stipend.instalments.join(', ');
	return [
		places && { value: places, label: placesName(says) },
		stipend.amount !== null && {
			value: amountOf(stipend.amount, stipend.currency),
			label: m.call_stat_stipend(),
			...(parts ? { note: m.call_stipend_parts({ parts }) } : {})
		},
		time.hoursPerMonth !== null && {
			value: String(time.hoursPerMonth),
			label: m.call_stat_hours({ count: time.hoursPerMonth })
		},
		cost !== null && {
			value: cost === 0 ? m.call_free() : amountOf(cost, stipend.currency),
			label: m.call_stat_cost()
		}
	].filter((one) => typeof one === 'object');
}
