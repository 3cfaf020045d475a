import { dayOf } from '#shared/dates';
import { stateOf, type Ending } from '../expression.ts';
import type { Moment } from './call-views.ts';
import type { StandingCall } from './call.sql.ts';
import type { ExpressionRow } from './expression.sql.ts';

export type Due = Ending & { expression: ExpressionRow; call: StandingCall };

export type EndingGroup = {
	/** The first of them; all fall on the same day. */
	at: Moment;
	why: Ending['why'];
	what: 'typed' | 'sent';
	count: number;
	references: string[];
};

/** What ends on the same day for the same reason is one line. */
export function endingGroups(endings: readonly Due[]): EndingGroup[] {
	const groups = Map.groupBy(endings, (one) => `${dayOf(one.at, one.call.zone)} ${whatOf(one)} ${one.why}`);
	return [...groups.values()].map((group) => {
		const { at, why, call } = group[0]!;
		return {
			at: { instant: at, zone: call.zone },
			why,
			what: whatOf(group[0]!),
			count: group.length,
			references: group.map(({ expression }) => expression.reference!)
		};
	});
}

function whatOf({ expression }: Due): EndingGroup['what'] {
	return stateOf(expression) === 'sent' ? 'sent' : 'typed';
}
