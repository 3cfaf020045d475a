import { namesOf } from '#server/identity';
import type { Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import { visibleToPanel, type Sitting } from '../../panel/server/sitting.ts';
import { listFlags, type FlagRow } from './flag.sql.ts';

export type FlagStep = { who: string; at: Moment; words: string };
export type FlagView = {
	id: string;
	reference: string;
	state: 'raised' | 'stopped' | 'resolved';
	isOwn: boolean;
	raised: FlagStep;
	stopped: FlagStep | null;
	resolved: FlagStep | null;
};

/** Their own; those of others where the phase shows what others think, or to the acting chair, who looks after them. */
export async function flagsFor(
	context: Context,
	sitting: Sitting,
	{ expression, isAll }: { expression?: string; isAll: boolean }
): Promise<FlagView[]> {
	const rows = await listFlags(context.db, sitting.call.id, visibleToPanel(context.db, sitting), expression);
	const { person } = sitting.seat;
	return flagViews(
		context,
		rows.filter(({ raisedBy }) => isAll || sitting.isActingChair || raisedBy === person),
		sitting.call.zone
	);
}

export async function flagViews(
	context: Context,
	rows: readonly FlagRow[],
	zone: string
): Promise<FlagView[]> {
	const people = rows.flatMap(({ raisedBy, stoppedBy, resolvedBy }) =>
		[raisedBy, stoppedBy, resolvedBy].filter((one) => one !== null)
	);
	const names = await namesOf(context, people);
	const step = (who: string | null, instant: Date | null, words: string | null): FlagStep | null =>
		who && instant ? { who: names.get(who) ?? '', at: { instant, zone }, words: words ?? '' } : null;
	const own = context.actor.kind === 'person' ? context.actor.id : null;
	return rows.map((row) => ({
		id: row.id,
		reference: row.reference,
		state: row.resolvedAt ? 'resolved' : row.stoppedAt ? 'stopped' : 'raised',
		isOwn: row.raisedBy === own,
		raised: step(row.raisedBy, row.raisedAt, row.words)!,
		stopped: step(row.stoppedBy, row.stoppedAt, row.stoppedWords),
		resolved: step(row.resolvedBy, row.resolvedAt, row.resolvedWords)
	}));
}
