import type { Context } from '#server/use-case';
import { formOf } from '../../form/server/reading.ts';
import { isRecused } from '../../panel/server/conflict.sql.ts';
import type { StandingCall } from '../../server/call.sql.ts';
import { choicesOf } from '../../terms/choices.ts';
import type { Parts } from '../../terms/terms.ts';
import type { Changes } from '../board.schema.ts';
import { isReweighed, noRules, rulesOf } from '../instance.ts';
import { listCandidates } from './candidates.sql.ts';
import { ruleShown, type Naming, type RuleShown } from './look.ts';
import { listChosen, listSolvings } from './solving.sql.ts';

/** All in which a group differs from what the call published: it was taken with this in force. */
export type Difference = { rules: RuleShown[]; weights: Parts | null; size: number | null };

export function differenceOf(naming: Naming, changes: Changes): Difference {
	return {
		rules: [...rulesOf(noRules, changes, 0).values()].map((rule) => ruleShown(naming, rule)),
		weights: isReweighed(changes) ? (changes.weights as Parts) : null,
		size: changes.size
	};
}

export type Taken = {
	solving: string;
	at: Date;
	differs: Difference;
	why: string;
	weightsWhy: string | null;
};

/**
 * For the decision record: with what each group was taken, and the reason. People are their references, whatever phase it
 * is. Nothing, for somebody whom a conflict keeps out of choosing.
 */
export async function listTaken(context: Context, call: StandingCall): Promise<Taken[]> {
	const { db, actor } = context;
	if (actor.kind !== 'person' || (await isRecused(db, { call: call.id, person: actor.id }))) return [];
	const chosen = await listChosen(db, call.id);
	if (!chosen.length) return [];
	const candidates = await listCandidates(db, call.id);
	const known = candidates.flatMap(({ id, reference }) =>
		reference ? [{ id, reference, name: reference }] : []
	);
	const naming = {
		people: new Map(known.map((one) => [one.id, one])),
		choices: choicesOf(await formOf(context, call))
	};
	const changes = new Map((await listSolvings(db, call.id)).map((one) => [one.id, one.changes]));
	return chosen.map(({ solving, takenAt, why, weightsWhy }) => ({
		solving,
		at: takenAt,
		differs: differenceOf(naming, changes.get(solving)!),
		why,
		weightsWhy
	}));
}
