import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { BySlug } from '../../server/calls.ts';
import { findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { listSent, type SentRow } from './desk.sql.ts';
import { listConflicts, type ConflictRow } from './conflict.sql.ts';
import { listPhases } from './phase.sql.ts';
import { phaseAt, phases, shown, type Phase, type Shown } from '../phases.ts';
import { listSeats, type SeatRow } from './seat.sql.ts';

export type PhaseLine = { phase: Phase; beginsAt: Date | null; isNow: boolean; shown: Shown };
export type SeatLine = Pick<SeatRow, 'id' | 'part' | 'languages' | 'most'> & {
	name: string;
	state: 'asked' | 'declined' | 'taken' | 'declared';
	/** How many applications a conflict keeps from them; null: of one's own nobody learns it. */
	conflicts: number | null;
};
export type ConflictLine = Pick<ConflictRow, 'id' | 'kind' | 'source' | 'because' | 'clearedWhy'> & {
	who: string;
	seat: string;
	reference: string;
	group: string | null;
	isCleared: boolean;
};
export type PanelDesk = {
	slug: string;
	name: string;
	zone: string;
	phases: PhaseLine[];
	seats: SeatLine[];
	conflicts: ConflictLine[];
	checks: { waiting: SentRow[]; eligible: number; not: SentRow[] };
};

/** Staff see the panel of a call: who sits on it, what it is shown when, who must not read what, and what is to be checked. */
export const showPanelDesk = useCase('programmes.showPanelDesk', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug }, call): Promise<PanelDesk> {
		const sent = await listSent(context.db, context.actor, call.id);
		return {
			slug,
			name: call.content.name,
			zone: call.zone,
			phases: await phaseLines(context, call),
			...(await peopleOf(context, call, sent)),
			checks: {
				waiting: sent.filter(({ isEligible }) => isEligible === null),
				eligible: sent.filter(({ isEligible }) => isEligible === true).length,
				not: sent.filter(({ isEligible }) => isEligible === false)
			}
		};
	}
});

export async function phaseLines({ db, now }: Context, call: Pick<StandingCall, 'id'>): Promise<PhaseLine[]> {
	const planned = await listPhases(db, call.id);
	const current = phaseAt(planned, now);
	return phases.map((phase) => ({
		phase,
		beginsAt: planned.find((one) => one.phase === phase)?.beginsAt ?? null,
		isNow: phase === current,
		shown: shown[phase]
	}));
}

async function peopleOf(context: Context, call: StandingCall, sent: readonly SentRow[]) {
	const { db, actor } = context;
	const rows = await listSeats(db, call.id);
	const names = await namesOf(
		context,
		rows.map(({ person }) => person)
	);
	const known = new Map(sent.map((one) => [one.id, one]));
	const conflicts = (await listConflicts(db, actor, call.id)).filter(({ expression }) =>
		known.has(expression)
	);
	const own = actor.kind === 'person' ? actor.id : null;
	const seats = rows.map((seat): SeatLine => ({
		id: seat.id,
		part: seat.part,
		languages: seat.languages,
		most: seat.most,
		name: names.get(seat.person) ?? '',
		state: stateOfSeat(seat),
		conflicts:
			seat.person === own ? null : conflicts.filter((one) => one.seat === seat.id && !one.clearedAt).length
	}));
	return { seats, conflicts: conflicts.map((one) => conflictLine(one, known.get(one.expression)!, names)) };
}

function conflictLine(row: ConflictRow, sent: SentRow, names: ReadonlyMap<string, string>): ConflictLine {
	const { id, kind, source, because, clearedWhy, clearedAt, seat, person } = row;
	const { reference, group } = sent;
	return {
		id,
		kind,
		source,
		because,
		clearedWhy,
		seat,
		who: names.get(person) ?? '',
		reference,
		group,
		isCleared: clearedAt !== null
	};
}

function stateOfSeat({ acceptedAt, declinedAt, declaredAt }: SeatRow): SeatLine['state'] {
	if (declinedAt) return 'declined';
	if (!acceptedAt) return 'asked';
	return declaredAt ? 'declared' : 'taken';
}
