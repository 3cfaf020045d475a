import { namesOf } from '#server/identity';
import { staff, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { ActOnMany, ByDeed } from '../../caseload/deed.schema.ts';
import { listCases } from '../../caseload/server/case.sql.ts';
import { casesOf, deskOf } from '../../caseload/server/case-views.ts';
import { actOnMany, showDeed, undoDeed } from '../../caseload/server/deeds.ts';
import { InCallOnly } from '../../caseload/tag.schema.ts';
import { InCall } from '../../expression-desk.schema.ts';
import { findDraft } from '../../server/call-desk.sql.ts';
import { inCall } from '../../server/expression-reading.ts';

/** Staff's programs learn to whom an application can be given. */
export const listColleagues = useCase('programmes.listColleagues', {
	input: InCallOnly,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	run: async (context, _, { id }) => (await deskOf(context, id)).people
});

/** Staff's programs read what colleagues put on one that was sent. */
export const readCase = useCase('programmes.readCase', {
	input: InCall,
	on: inCall,
	may: staff,
	async run(context, _, { expression }) {
		if (!expression.submittedAt) throw new Problem('not-found');
		const { id, call } = expression;
		const view = (await casesOf(context, [id], await deskOf(context, call))).get(id)!;
		const person = (await listCases(context.db, [id])).get(id)!.assigned;
		const name = person && (await namesOf(context, [person])).get(person);
		return { tags: view.tags, lookedAfterBy: person && name ? { id: person, name } : null };
	}
});

/** The same as at the desk, and what came of it. */
export const performDeed = useCase('programmes.performDeed', {
	input: ActOnMany,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, input) {
		const { slug, deed } = await actOnMany.within(context, { ...input, which: 'ticked' });
		return showDeed.within(context, { slug, deed });
	}
});

/** The same as at the desk, and what came of it: undone once, however often it is asked for. */
export const reverseDeed = useCase('programmes.reverseDeed', {
	input: ByDeed,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, input) {
		const { slug, deed } = await undoDeed.within(context, input);
		return showDeed.within(context, { slug, deed });
	}
});
