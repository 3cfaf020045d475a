import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { findSolving, listChosen, type ChoiceRow } from '../../board/server/solving.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import { reservesBeside } from '../as-chosen.ts';
import { listCases } from './decision.sql.ts';
import { proposeDecisions } from './deciding.ts';
import { decider, deciding } from './policy.ts';

/**
 * What the panel took on its board becomes what is pending: a place for each member, as many reserves as the call named,
 * and everybody else not this time. Nobody is told by it, and staff change what they like before the release.
 */
export const decideAsChosen = useCase('programmes.decideAsChosen', {
	input: BySlug,
	on: deciding,
	may: decider,
	async run(context, { slug }, { call }) {
		const [choice] = await listChosen(context.db, call.id);
		if (!choice) throw new Problem('nothing-chosen');
		const { reserves } = await findTerms(context, call.id);
		const cases = (await listCases(context.db, context.actor, call.id)).filter(({ told }) => !told);
		const references = new Map(cases.map(({ id, reference }) => [id, reference]));
		const of = (ids: readonly string[]) => ids.flatMap((id) => references.get(id) ?? []);
		const waiting = of(await besideOf(context, choice)).slice(0, reserves);
		await proposeDecisions.within(context, { slug, offers: of(choice.members), reserves: waiting });
		await context.record('decisions.as-chosen', { id: call.id, call: call.id, solving: choice.solving });
		return { slug };
	}
});

async function besideOf({ db }: Context, { solving: id, members }: ChoiceRow): Promise<string[]> {
	const solving = await findSolving(db, id);
	return solving?.answer?.kind === 'cohort' ? reservesBeside(solving.answer, members) : [];
}
