import { worthOf, type Parts } from '#packages/selection';
import { namesOf } from '#server/identity';
import { useCase, type Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import { listSeats } from '../../panel/server/seat.sql.ts';
import type { Choice } from '../../terms/choices.ts';
import { stateOf, type SolvingState } from '../board.ts';
import { isAsPublished, MaybeSolving, noChanges, type Changes } from '../board.schema.ts';
import { isReweighed, rulesOf, type Basis, type Instance } from '../instance.ts';
import { boarderAt, held } from './boarder.ts';
import { findInstance } from './candidates.ts';
import { cohortViewOf, type CohortView, type SwapView } from './cohort-view.ts';
import { drawViewsOf, type DrawView } from './draw-view.ts';
import { lookOf, personOf, shownByKey, type Look, type Person, type RuleShown } from './look.ts';
import { whoChooses } from './policy.ts';
import { differenceOf, type Difference } from './taken.ts';
import { insertSight, listChosen, listSolvings, listVoices, type SolvingRow } from './solving.sql.ts';

export type SolvingLine = {
	id: string;
	state: SolvingState;
	isAsPublished: boolean;
	why: string;
	by: string;
	at: Moment;
	/** Of 100. */
	objective: number | null;
};
export type SolvingView = SolvingLine & {
	changes: Changes;
	isReweighed: boolean;
	differs: Difference;
	share: number;
	stage: string | null;
	best: { objective: number; members: string[] } | null;
	digest: string | null;
	/** No cohort keeps these together; too few people, where there are none. */
	conflict: { rules: RuleShown[]; candidates: number; size: number } | null;
	isLate: boolean;
	cohort: CohortView | null;
	/** Who of the panel said what; and what is still needed. */
	voices: { name: string; says: boolean; isOwn: boolean }[];
};
export type ChosenView = {
	members: Person[];
	gone: number;
	why: string;
	weightsWhy: string | null;
	yes: number;
	no: number;
	by: string;
	at: Moment;
	solving: string;
	/** What of a what-if was in force. */
	differs: Difference;
	wasDrawn: boolean;
};
export type BoardView = {
	slug: string;
	name: string;
	/** Whether it is still chosen; afterwards it is only read. */
	mayChange: boolean;
	mayClose: boolean;
	hasVoice: boolean;
	areNamesShown: boolean;
	places: number | null;
	quorum: number;
	panel: number;
	areLotsDrawn: boolean;
	parts: Parts;
	people: Person[];
	choices: Choice[];
	basis: Basis | null;
	unread: Person[];
	solvings: SolvingLine[];
	shown: SolvingView | null;
	beside: SolvingView | null;
	swap: SwapView | null;
	draws: DrawView[];
	chosen: ChosenView[];
	zone: string;
};

/**
 * The whole of choosing on one screen, for those who choose. `solving`: which of those that were worked out; by itself the
 * last one that says something. Who was shown which of them is in the record, once each.
 */
export const showBoard = useCase('programmes.showBoard', {
	input: MaybeSolving,
	on: async (context, input) => held(await boarderAt(context, input)),
	may: whoChooses,
	async run(context, input, { boarder }): Promise<BoardView> {
		const { db, now } = context;
		const { call, terms } = boarder;
		const rows = await listSolvings(db, call.id);
		const shown = rows.find(({ id }) => id === input.solving) ?? rows.find((one) => isWorthShowing(one, now));
		const beside = rows.find(({ id }) => id === input.beside && id !== shown?.id);
		const look = await lookOf(context, boarder, rows);
		const basis = await findInstance(context, call.id, { ...noChanges, size: 2 });
		const shownView = shown ? await solvingView(context, look, shown) : null;
		if (shown && boarder.phase && (await insertSight(db, shown.id, boarder.person, now)))
			await context.record('board.seen', { id: call.id, solving: shown.id });
		return {
			slug: call.slug,
			name: call.content.name,
			mayChange: boarder.phase === 'selection',
			mayClose: boarder.phase === 'selection' && (boarder.isActingChair || boarder.isStaff),
			hasVoice: boarder.isPanel,
			areNamesShown: boarder.names,
			places: call.content.places.max,
			quorum: terms.quorum,
			panel: (await listSeats(db, call.id)).filter(({ acceptedAt }) => acceptedAt).length,
			areLotsDrawn: terms.lots.areDrawn,
			parts: terms.parts,
			people: [...look.people.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
			choices: look.choices.filter(({ isPersonal }) => !isPersonal),
			basis: basis?.basis ?? null,
			unread: (basis?.unread ?? []).flatMap((id) => look.people.get(id) ?? []),
			solvings: rows.map((row) => lineOf(look, row)),
			shown: shownView,
			beside: beside ? await solvingView(context, look, beside) : null,
			swap: shown ? await swapOf(context, look, shown, input) : null,
			draws: await drawViewsOf(context, look),
			chosen: await chosenOf(context, look, rows),
			zone: call.zone
		};
	}
});

function lineOf({ names, boarder, now }: Look, row: SolvingRow): SolvingLine {
	return {
		id: row.id,
		state: stateOf(row, now),
		isAsPublished: isAsPublished(row.changes),
		why: row.why,
		by: names.get(row.askedBy) ?? '',
		at: { instant: row.askedAt, zone: boarder.call.zone },
		objective: row.answer?.kind === 'cohort' ? row.answer.objective : null
	};
}

async function solvingView(context: Context, look: Look, row: SolvingRow): Promise<SolvingView> {
	const { call, terms } = look.boarder;
	const instance = await findInstance(context, call.id, row.changes);
	const rules = rulesOf(terms, row.changes, instance?.call.size ?? 0);
	const { answer } = row;
	return {
		...lineOf(look, row),
		changes: { ...noChanges, ...row.changes },
		isReweighed: isReweighed(row.changes),
		differs: differenceOf(look, row.changes),
		share: row.share,
		stage: row.stage,
		best: row.best && {
			objective: row.best.objective,
			members: row.best.members.map((id) => personOf(look, id).name)
		},
		digest: row.digest,
		conflict:
			answer?.kind === 'none'
				? {
						rules: answer.conflict.flatMap((key) => shownByKey(look, rules, key)),
						candidates: answer.candidates,
						size: answer.size
					}
				: null,
		isLate: answer?.kind === 'late',
		cohort: answer?.kind === 'cohort' && instance ? cohortViewOf(look, { answer, instance, rules, changes: row.changes }) : null,
		voices: await voicesOf(context, row)
	}; // prettier-ignore
}

async function voicesOf(context: Context, { id }: SolvingRow): Promise<SolvingView['voices']> {
	const voices = await listVoices(context.db, id);
	const names = await namesOf(
		context,
		voices.map(({ person }) => person)
	);
	const { actor } = context;
	return voices.map(({ person, says }) => ({
		name: names.get(person) ?? '',
		says,
		isOwn: actor.kind === 'person' && actor.id === person
	}));
}

/** What taking one instead of another changes: for any two. */
async function swapOf(
	context: Context,
	look: Look,
	{ answer, changes }: SolvingRow,
	{ out, in: to }: { out?: string | undefined; in?: string | undefined }
): Promise<SwapView | null> {
	if (answer?.kind !== 'cohort' || !out || !to || !answer.members.includes(out)) return null;
	if (answer.members.includes(to) || !look.people.has(to) || !look.people.has(out)) return null;
	const { call, terms } = look.boarder;
	const instance = await findInstance(context, call.id, changes);
	const before = instance && worth(instance, answer.members);
	const after = instance && worth(instance, [...answer.members.filter((id) => id !== out), to]);
	if (!before || !after) return null;
	const rules = rulesOf(terms, changes, instance.call.size);
	return {
		out: personOf(look, out),
		in: personOf(look, to),
		costs: before.objective - after.objective,
		parts: {
			difference: after.parts.difference - before.parts.difference,
			match: after.parts.match - before.parts.match,
			score: after.parts.score - before.parts.score
		},
		breaks: after.breaks.flatMap(({ key }) => shownByKey(look, rules, key))
	};
}

function worth({ call, applicants }: Instance, ids: readonly string[]) {
	return worthOf(call, applicants, ids);
}

async function chosenOf(
	context: Context,
	look: Look,
	solvings: readonly SolvingRow[]
): Promise<ChosenView[]> {
	const changes = new Map(solvings.map((one) => [one.id, one.changes]));
	const rows = await listChosen(context.db, look.boarder.call.id);
	const names = await namesOf(
		context,
		rows.map(({ takenBy }) => takenBy)
	);
	return rows.map((row) => ({
		members: row.members.flatMap((id) => look.people.get(id) ?? []),
		gone: row.members.filter((id) => !look.people.has(id)).length,
		why: row.why,
		weightsWhy: row.weightsWhy,
		yes: row.yes,
		no: row.no,
		by: names.get(row.takenBy) ?? '',
		at: { instant: row.takenAt, zone: look.boarder.call.zone },
		solving: row.solving,
		differs: differenceOf(look, changes.get(row.solving) ?? noChanges),
		wasDrawn: row.draw !== null
	}));
}

/** The answer, or the work on it; what was stopped or failed only where somebody asks for it. */
function isWorthShowing(row: SolvingRow, now: Date): boolean {
	return ['ready', 'waiting', 'working'].includes(stateOf(row, now));
}
