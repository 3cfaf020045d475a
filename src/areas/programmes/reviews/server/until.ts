import type { Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import { phases, phaseAt } from '../../panel/phases.ts';
import { listPhases } from '../../panel/server/phase.sql.ts';

/** Until when scores can be given: the discussion may change them, and choosing ends it. Null: nobody has planned it. */
export async function untilOf(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	{ id, zone }: { id: string; zone: string }
): Promise<Moment | null> {
	const planned = await listPhases(db, id);
	const at = phaseAt(planned, now);
	const later = planned.filter(({ phase }) => phases.indexOf(phase) > phases.indexOf(at ?? 'review'));
	const after = later.toSorted((one, other) => one.beginsAt.getTime() - other.beginsAt.getTime())[0];
	return after && at === 'review' ? { instant: after.beginsAt, zone } : null;
}
