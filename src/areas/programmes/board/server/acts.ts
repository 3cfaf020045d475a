import { isDeepStrictEqual } from 'node:util';
import { useCase, type Context } from '#server/use-case';
import { Problem, Unusable } from '#shared/problem';
import { choicesOf } from '../../terms/choices.ts';
import { offered } from '../../terms/faults.ts';
import { formOf } from '../../form/server/reading.ts';
import { actingChairOf } from '../../panel/server/sitting.ts';
import { signed } from '../../server/signed.ts';
import { stateOf, verdictOf } from '../board.ts';
import { Asked, BySolving, Taking, Voice, type Changes } from '../board.schema.ts';
import { isReweighed } from '../instance.ts';
import { choosingAt, held, solvingAt, type Boarder } from './boarder.ts';
import { findInstance } from './candidates.ts';
import { findStandingDraw } from './draw.sql.ts';
import { drawnMembers } from './drawing.ts';
import { askToSolve } from './making.ts';
import { whoChooses, whoClosesTheBoard, whoHasAVoice } from './policy.ts';
import {
	endSolving,
	holdBoard,
	insertChoice,
	insertSolving,
	listSolvings,
	listVoices,
	saveVoice,
	type SolvingRow
} from './solving.sql.ts';

/**
 * Those who choose have cohorts worked out: as the call published it, or with a what-if, which says who and when and stays in
 * the record. Whoever asks for the same meanwhile is led to the same.
 */
export const askForCohort = useCase('programmes.askForCohort', {
	input: Asked,
	on: async (context, input) => held(await choosingAt(context, input)),
	may: whoChooses,
	async run(context, { slug, changes, tryWhy }, { boarder }) {
		await refuseUnusable(context, boarder, changes);
		const { by, at } = signed(context);
		await holdBoard(context.db, boarder.call.id);
		const same = (await listSolvings(context.db, boarder.call.id)).find(
			(one) => ['waiting', 'working'].includes(stateOf(one, at)) && isDeepStrictEqual(one.changes, changes)
		);
		if (same) return { slug, solving: same.id };
		const solving = await insertSolving(context.db, { call: boarder.call.id, changes, why: tryWhy, by, at });
		await askToSolve(context, { solving });
		await context.record('board.asked', { id: boarder.call.id, solving });
		return { slug, solving };
	}
});

/** It is stopped at once; the best so far stays to be seen. */
export const stopSolving = useCase('programmes.stopSolving', {
	input: BySolving,
	on: solvingAt,
	may: whoChooses,
	async run({ db, now, record }, { slug }, { boarder, solving }) {
		if (await endSolving(db, solving.id, 'cancelled', now))
			await record('board.stopped', { id: boarder.call.id, solving: solving.id });
		return { slug, solving: solving.id };
	}
});

/** One of the panel says whether this is the cohort. They may think again until it is taken. */
export const giveVoice = useCase('programmes.giveVoice', {
	input: Voice,
	on: solvingAt,
	may: whoHasAVoice,
	async run(context, { slug, says }, { boarder, solving }) {
		if (solving.answer?.kind !== 'cohort') throw new Problem('board-no-cohort');
		const { by, at } = signed(context);
		await saveVoice(context.db, { solving: solving.id, person: by, says: says === 'yes', at });
		await context.record('board.voice-given', { id: boarder.call.id, solving: solving.id });
		return { slug, solving: solving.id };
	}
});

/**
 * The acting chair or staff write down that the panel takes this cohort, with the reason. Other weights than the published
 * ones need a reason of their own; where the call says that lots are drawn, what was drawn is taken.
 */
export const takeCohort = useCase('programmes.takeCohort', {
	input: Taking,
	on: solvingAt,
	may: whoClosesTheBoard,
	async run(context, { slug, why, weightsWhy }, { boarder, solving }) {
		const { db } = context;
		await holdBoard(db, boarder.call.id);
		if (solving.answer?.kind !== 'cohort') throw new Problem('board-no-cohort');
		if (isReweighed(solving.changes) && !weightsWhy) throw new Unusable({ weightsWhy: 'missing' });
		const { yes, no } = await agreed(context, boarder, solving);
		const needsDraw = boarder.terms.lots.areDrawn && solving.answer.lots?.cohorts !== 1;
		const draw = needsDraw ? await findStandingDraw(db, boarder.call.id) : undefined;
		if (needsDraw && (draw?.solving !== solving.id || !draw.drawnAt)) throw new Problem('board-not-drawn');
		const members = draw ? await drawnMembers(context, draw) : solving.answer.members;
		const { by, at } = signed(context);
		const reason = isReweighed(solving.changes) ? weightsWhy : null;
		await insertChoice(db, { call: boarder.call.id, solving: solving.id, draw: draw?.id ?? null, members, why, weightsWhy: reason, yes, no, by, at }); // prettier-ignore
		await context.record('board.cohort-taken', { id: boarder.call.id, solving: solving.id });
		return { slug, solving: solving.id };
	}
});

/** A casting voice is that of whoever acts as chair, also where staff write it down for the panel. */
async function agreed({ db }: Context, { call, terms }: Boarder, solving: SolvingRow) {
	const voices = await listVoices(db, solving.id);
	const chair = await actingChairOf(db, call.id);
	const casting = voices.find(({ person }) => person === chair?.person);
	const yes = voices.filter(({ says }) => says).length;
	const no = voices.length - yes;
	const rules = { quorum: terms.quorum, breaksTies: terms.chair.includes('breaks-ties') };
	const verdict = verdictOf({ yes, no, chairSays: casting?.says ?? null }, rules);
	if (verdict === 'too-few') throw new Problem('board-too-few', { count: yes + no, quorum: terms.quorum });
	if (verdict === 'against') throw new Problem('board-against', { yes, no });
	return { yes, no };
}

/** A what-if is of people who are there, and of options that the form offers and that are not about a person. */
async function refuseUnusable(context: Context, { call }: Boarder, changes: Changes): Promise<void> {
	const said = Object.values(changes.weights).filter((one) => one !== null);
	if (said.length && !isReweighed(changes)) throw new Unusable({ 'changes.weights.difference': 'missing' });
	if (changes.in.some((id) => changes.out.includes(id)))
		throw new Unusable({ 'changes.out': 'not-an-option' });
	await refuseRules(context, call, changes);
	const instance = await findInstance(context, call.id, changes);
	if (!instance) throw new Problem('board-no-places');
	if (instance.basis === 'none') throw new Problem('board-nobody-read');
	const known = new Set(instance.applicants.map(({ id }) => id));
	for (const field of ['in', 'out'] as const)
		if (!changes[field].every((id) => known.has(id)))
			throw new Unusable({ [`changes.${field}`]: 'not-an-option' });
}

async function refuseRules(context: Context, call: Boarder['call'], { rules }: Changes): Promise<void> {
	if (!rules.length) return;
	const choices = choicesOf(await formOf(context, call));
	for (const [at, { of, min, max }] of rules.entries()) {
		const choice = offered(of, choices);
		if (!choice) throw new Unusable({ [`changes.rules.${at}.of`]: 'not-an-option' });
		if (choice.isPersonal) throw new Unusable({ [`changes.rules.${at}.of`]: 'about-a-person' });
		if (min === null && max === null) throw new Unusable({ [`changes.rules.${at}.min`]: 'missing' });
		if (min !== null && max !== null && min > max)
			throw new Unusable({ [`changes.rules.${at}.max`]: 'out-of-range' });
	}
}
