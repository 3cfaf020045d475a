import { asked, questionsOf } from '#areas/forms';
import type { Context } from '#server/use-case';
import { findCall, type StandingCall } from '../../server/call.sql.ts';
import { readWholes, type Whole } from '../../server/whole.ts';
import { scoresOf } from '../../reviews/server/scores.ts';
import { isForChoosing } from '../../terms/choices.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import type { Changes } from '../board.schema.ts';
import { instanceOf, type Candidate, type Instance } from '../instance.ts';
import { listCandidates } from './candidates.sql.ts';

/** The problem of one call with the changes of a what-if. Undefined: nobody said how many places there are. */
export async function findInstance(
	context: Context,
	id: string,
	changes: Changes
): Promise<Instance | undefined> {
	const call = (await findCall(context.db, id))!;
	const terms = await findTerms(context, id);
	const scores = await scoresOf(context, id);
	return instanceOf(
		terms,
		call.content.places.max,
		await candidatesOf(context, call),
		scores.map(({ expression, reviewer, score }) => ({ application: expression, reviewer, score })),
		changes
	);
}

async function candidatesOf(context: Context, call: StandingCall): Promise<Candidate[]> {
	const rows = await listCandidates(context.db, call.id);
	return (await readWholes(context, rows, call)).map(candidateOf);
}

/** What was asked, means something and may be chosen by; words and numbers are nothing to choose by. */
function candidateOf({ expression: { id }, form, answers }: Whole): Candidate {
	const usable = new Set(
		questionsOf(form)
			.filter(isForChoosing)
			.map(({ key }) => key)
	);
	const keys = [...asked(form, answers, 'meant')].filter((key) => usable.has(key));
	return {
		id,
		answers: Object.fromEntries(
			keys.flatMap((key) => {
				const value = answers[key]?.value;
				const options = [value].flat().filter((one): one is string => typeof one === 'string');
				return options.length ? [[key, options] as const] : [];
			})
		)
	};
}
