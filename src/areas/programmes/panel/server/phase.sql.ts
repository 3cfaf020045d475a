import type { Db } from '#server/db';
import type { Phase, Planned } from '../phases.ts';

export function listPhases(db: Db, call: string): Promise<Planned[]> {
	return db<
		Planned[]
	>`select phase, begins_at from programmes.panel_phase where call = ${call} order by begins_at`;
}

type NewPhases = { call: string; planned: readonly Planned[]; by: string; at: Date };

/** All of them at once, as the page that plans them says. */
export async function savePhases(db: Db, { call, planned, by, at }: NewPhases): Promise<void> {
	const kept = planned.map(({ phase }): Phase => phase);
	await db`delete from programmes.panel_phase where call = ${call} and phase <> all(${kept as string[]})`;
	for (const { phase, beginsAt } of planned)
		await db`
			insert into programmes.panel_phase (call, phase, begins_at, set_at, set_by)
			values (${call}, ${phase}, ${beginsAt}, ${at}, ${by})
			on conflict (call, phase) do update set begins_at = excluded.begins_at, set_at = excluded.set_at, set_by = excluded.set_by
			where panel_phase.begins_at <> excluded.begins_at`;
}
