import * as v from 'valibot';
import type { Choice } from '../terms/choices.ts';
import { anyone, nothing, useCase } from '#server/use-case';
import { choicesSaid } from '../terms/server/choices.ts';
import { callFor, listFor } from './call-views.ts';
import { findPublicCall, listChanges, listChangesOf, listPublicCalls } from './call.sql.ts';

/** An address that no call can have is answered as one that no call has. */
export const BySlug = v.object({ slug: v.pipe(v.string(), v.maxLength(200)) });

/** Anyone may read what was published. A draft, and what was put away unlisted, is not found. */
export const showCall = useCase('programmes.showCall', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublicCall(db, slug),
	may: anyone,
	async run(context, _, call) {
		const { db, now } = context;
		const choices = await choicesSaid(context, call);
		return { ...callFor('public', call, await listChanges(db, call.id), now), choices };
	}
});

/** Anyone may see which calls are open, which come soon, and which are over. */
export const listCalls = useCase('programmes.listCalls', {
	input: v.object({}),
	on: nothing,
	may: anyone,
	async run(context) {
		const { db, now } = context;
		const calls = await listPublicCalls(db);
		const ids = calls.map((call) => call.id);
		const choices = new Map<string, Choice[]>();
		for (const call of calls) choices.set(call.id, await choicesSaid(context, call));
		return listFor(calls, await listChangesOf(db, ids), now, choices);
	}
});
