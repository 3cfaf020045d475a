import { namesOf } from '#server/identity';
import type { Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import { listDraws, type DrawRow } from './draw.sql.ts';
import { idsOfLots, textOf } from './drawing.ts';
import type { Look, Person } from './look.ts';
import { readOutcomes } from '#packages/selection';

export type DrawView = {
	number: number;
	solving: string;
	outcomes: number;
	commitment: string;
	root: string;
	beaconIs: string;
	beaconAt: Moment;
	committed: { by: string; at: Moment };
	/** Its time has come, and nobody has entered it. */
	isDue: boolean;
	drawn: { by: string; at: Moment; beacon: string; index: number; members: Person[]; gone: number } | null;
	voided: { by: string; at: Moment; why: string } | null;
};

/** The last first; what was given up stays. */
export async function drawViewsOf(context: Context, look: Look): Promise<DrawView[]> {
	const rows = await listDraws(context.db, look.boarder.call.id);
	const people = rows.flatMap((row) =>
		[row.committedBy, row.drawnBy, row.voidedBy].flatMap((id) => id ?? [])
	);
	const names = await namesOf(context, [...new Set(people)]);
	return Promise.all(rows.map((row) => drawView(context, look, names, row)));
}

async function drawView(
	context: Context,
	look: Look,
	names: ReadonlyMap<string, string>,
	row: DrawRow
): Promise<DrawView> {
	const { zone } = look.boarder.call;
	const moment = (instant: Date) => ({ instant, zone });
	const nameOf = (id: string | null) => (id && names.get(id)) || '';
	return {
		number: row.number,
		solving: row.solving,
		outcomes: row.outcomes,
		commitment: row.commitment,
		root: row.root,
		beaconIs: row.beaconIs,
		beaconAt: moment(row.beaconAt),
		committed: { by: nameOf(row.committedBy), at: moment(row.committedAt) },
		isDue: !row.drawnAt && !row.voidedAt && row.beaconAt <= context.now,
		drawn: row.drawnAt
			? {
					by: nameOf(row.drawnBy),
					at: moment(row.drawnAt),
					beacon: row.beacon!,
					index: row.index!,
					...(await whoWasDrawn(context, look, row))
				}
			: null,
		voided: row.voidedAt ? { by: nameOf(row.voidedBy), at: moment(row.voidedAt), why: row.voidedWhy! } : null
	};
}

async function whoWasDrawn(context: Context, { people }: Look, row: DrawRow) {
	const lots = readOutcomes(textOf(row.list))[row.index!]!;
	const ids = await idsOfLots(context, row);
	const members = lots.flatMap((lot) => people.get(ids.get(lot) ?? '') ?? []);
	return { members, gone: lots.length - members.length };
}
