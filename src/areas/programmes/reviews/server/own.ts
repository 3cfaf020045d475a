import { useCase, type Context } from '#server/use-case';
import { BySlug } from '../../server/calls.ts';
import type { Moment } from '../../server/call-views.ts';
import { entryFor } from '../../server/expression-list-views.ts';
import type { Phase } from '../../panel/phases.ts';
import { listForPanel } from '../../panel/server/panel-list.sql.ts';
import { panellist } from '../../panel/server/policy.ts';
import { viewsFor } from '../../panel/server/reading.ts';
import { sittingAt, visibleToPanel, type Sitting } from '../../panel/server/sitting.ts';
import { isDone, nextOf, stateOfReading, type Candidate, type ReadingState } from '../reviews.ts';
import { listReadings } from './reading.sql.ts';
import { untilOf } from './until.ts';

export type OwnReading = {
	reference: string;
	/** What it is called; its reference, while names are hidden. */
	name: string;
	community: string;
	state: ReadingState;
	isStopped: boolean;
};
export type OwnReadings = {
	slug: string;
	programme: string;
	phase: Phase | null;
	mayScore: boolean;
	until: Moment | null;
	readings: OwnReading[];
	left: number;
	/** What to read next. */
	next: string | null;
	isActingChair: boolean;
};

/** What somebody on the panel was given to read, how far they are, and what comes next. */
export const showOwnReadings = useCase('programmes.showOwnReadings', {
	input: BySlug,
	on: sittingAt,
	may: panellist,
	async run(context, { slug }, sitting): Promise<OwnReadings> {
		const rows = await candidatesOf(context, sitting);
		const shown = await listForPanel(context.db, sitting);
		const views = await viewsFor(
			context,
			sitting,
			shown.filter((one) => rows.some(({ reference }) => reference === one.reference))
		);
		const entries = new Map(views.map((view) => [view.reference, entryFor(view, nothingBeside)]));
		return {
			slug,
			programme: sitting.call.content.name,
			phase: sitting.phase,
			mayScore: sitting.shown.mayScore,
			until: await untilOf(context, sitting.call),
			readings: rows.map(({ reference, state, isStopped }) => ({
				reference,
				name: entries.get(reference)?.name ?? reference,
				community: entries.get(reference)?.community ?? '',
				state,
				isStopped
			})),
			left: rows.filter(({ state }) => !isDone(state)).length,
			next: sitting.shown.mayScore ? (nextOf(rows)?.reference ?? null) : null,
			isActingChair: sitting.isActingChair
		};
	}
});

const nothingBeside = { changed: false, notes: 0, wanted: [], case: { tags: [], assigned: null } };

/** Their own list, each with its state. */
export async function candidatesOf({ db }: Context, sitting: Sitting): Promise<Candidate[]> {
	const rows = await listReadings(db, sitting.call.id, visibleToPanel(db, sitting), sitting.seat.id);
	return rows.map((row) => ({ ...row, state: stateOfReading(row) }));
}

/** Of one's own list what fewest have reviewed; null when nothing else is left. */
export async function nextFor(context: Context, sitting: Sitting, current: string): Promise<string | null> {
	return nextOf(await candidatesOf(context, sitting), current)?.reference ?? null;
}
