import type { Context } from '#server/use-case';
import { idOf } from '../caseload/server/case-views.ts';
import { showingOf, wantedFor } from '../caseload/server/cards.ts';
import type { Chosen } from '../expression-list.schema.ts';
import type { StandingCall } from './call.sql.ts';
import type { Part } from './expression-list.sql.ts';

/** What is asked for, as far as this call's questions let many be looked through. */
export async function partOf(
	context: Context,
	call: StandingCall | string,
	{ q, sort, ...chosen }: Chosen
): Promise<Part> {
	const published = typeof call === 'string' ? undefined : call;
	const id = typeof call === 'string' ? call : call.id;
	const showing = published ? await showingOf(context, published) : { shapes: [], questions: [] };
	const assigned = chosen.assigned === 'mine' ? (idOf(context.actor) ?? 'mine') : chosen.assigned;
	return {
		call: id,
		showing,
		chosen: { ...chosen, assigned },
		wanted: await wantedFor(context, id, q),
		sort
	};
}
