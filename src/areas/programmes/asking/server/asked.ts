import { staff, useCase } from '#server/use-case';
import { findPublishedCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import type { Moment } from '../../server/call-views.ts';
import { reopeningState, type ReopeningState } from '../asking.ts';
import { listAskedIn } from './reopening.sql.ts';

export type AskedOf = { reference: string; name: string; state: ReopeningState; until: Moment };
export type AskedList = { slug: string; name: string; asked: AskedOf[] };

/** Staff see whom they asked for more, and what is still to come; of whoever withdrew, nothing. */
export const listAsked = useCase('programmes.listAsked', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run({ db, actor, now }, { slug }, call): Promise<AskedList> {
		const rows = await listAskedIn(db, actor, call.id);
		return {
			slug,
			name: call.content.name,
			asked: rows.map(({ reference, name, until, ended }) => ({
				reference,
				name: name ?? reference,
				state: reopeningState({ until, ended }, now),
				until: { instant: until, zone: call.zone }
			}))
		};
	}
});
