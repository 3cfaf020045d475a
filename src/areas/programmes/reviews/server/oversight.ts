import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { BySlug } from '../../server/calls.ts';
import type { Moment } from '../../server/call-views.ts';
import { visibleTo } from '../../server/expression.sql.ts';
import { phaseAt, type Phase } from '../../panel/phases.ts';
import { listPhases } from '../../panel/server/phase.sql.ts';
import { listSeats, type Part, type SeatRow } from '../../panel/server/seat.sql.ts';
import { visibleToPanel } from '../../panel/server/sitting.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import { isDone, mayChase, stateOfReading } from '../reviews.ts';
import { leadsTheReading, overseen, type Overseer } from './at-hand.ts';
import { flagViews, type FlagView } from './flag-views.ts';
import { flagsIn } from './flags.ts';
import { untilOf } from './until.ts';
import { listNames, listReadings, type NameRow, type ReadingRow } from './reading.sql.ts';
import { findLastSharing, listLastChasings, type SharingRow } from './sharing.sql.ts';

export type ReaderLine = {
	seat: string;
	name: string;
	part: Part;
	/** Nothing is given to whoever has not taken the seat, or not said whom they are tied to. */
	isReady: boolean;
	given: number;
	isIn: number;
	abstained: number;
	left: number;
	chasedAt: Moment | null;
	mayChase: boolean;
};
export type ReadLine = { reference: string; name: string; readers: string[]; isIn: number; wanted: number };
export type Oversight = {
	slug: string;
	programme: string;
	phase: Phase | null;
	until: Moment | null;
	readers: ReaderLine[];
	/** How many readers each should have. */
	each: number;
	flags: FlagView[];
};
export type ReadingDesk = Oversight & {
	/** Those that fewer read than should first. */
	read: ReadLine[];
	sharing: SharedView | null;
};
export type SharedView = {
	at: Moment;
	who: string | null;
	isFirst: boolean;
	changes: { reference: string; added: string[]; removed: { name: string; because: string }[] }[];
	short: { reference: string; readers: number; wanted: number; because: 'few-may' | 'all-full' }[];
	circles: number;
};

/** The acting chair: who has how many left, and what was flagged. No score, and nothing of who reads what. */
export const showOversight = useCase('programmes.showOversight', {
	input: BySlug,
	on: overseen,
	may: leadsTheReading,
	run: (context, { slug }, overseer): Promise<Oversight> => oversightOf(context, slug, overseer)
});

/** Staff: the same, who reads what, and what moved when it was shared out last. No score. */
export const showReadingDesk = useCase('programmes.showReadingDesk', {
	input: BySlug,
	on: overseen,
	may: staff,
	async run(context, { slug }, overseer): Promise<ReadingDesk> {
		const { db } = context;
		const { call } = overseer;
		const oversight = await oversightOf(context, slug, overseer);
		const rows = await readingsIn(context, overseer);
		const known = await listNames(db, call.id, visibleTo(db, context.actor));
		const sharing = await findLastSharing(db, context.actor, call.id);
		const people = await peopleOf(context, await listSeats(db, call.id));
		return {
			...oversight,
			read: readLines(rows, known, { people, each: oversight.each }),
			sharing: sharing ? await sharedFor(context, { sharing, known, people, zone: call.zone }) : null
		};
	}
});

async function oversightOf(context: Context, slug: string, overseer: Overseer): Promise<Oversight> {
	const { db, now } = context;
	const { call } = overseer;
	const rows = Map.groupBy(await readingsIn(context, overseer), ({ seat }) => seat);
	const seats = (await listSeats(db, call.id)).filter(({ declinedAt }) => !declinedAt);
	const people = await peopleOf(context, seats);
	const chased = new Map((await listLastChasings(db, call.id)).map(({ seat, at }) => [seat, at]));
	return {
		slug,
		programme: call.content.name,
		phase: phaseAt(await listPhases(db, call.id), now),
		until: await untilOf(context, call),
		readers: seats.map((seat) => {
			const at = chased.get(seat.id) ?? null;
			const chasedAt = at && { instant: at, zone: call.zone };
			return { ...readerLine(seat, rows.get(seat.id) ?? [], people), chasedAt, mayChase: mayChase(at, now) };
		}),
		each: (await findTerms(context, call.id)).readers,
		flags: await flagViews(context, await flagsIn(context, overseer), call.zone)
	};
}

function readingsIn({ db, actor }: Context, { call, sitting }: Overseer): Promise<ReadingRow[]> {
	const visible = staff(actor) || !sitting ? visibleTo(db, actor) : visibleToPanel(db, sitting);
	return listReadings(db, call.id, visible);
}

async function peopleOf(context: Context, seats: readonly SeatRow[]): Promise<Map<string, string>> {
	const names = await namesOf(
		context,
		seats.map(({ person }) => person)
	);
	return new Map(seats.map(({ id, person }) => [id, names.get(person) ?? '']));
}

function readerLine(seat: SeatRow, rows: readonly ReadingRow[], people: ReadonlyMap<string, string>) {
	const states = rows.map(stateOfReading);
	return {
		seat: seat.id,
		name: people.get(seat.id) ?? '',
		part: seat.part,
		isReady: seat.acceptedAt !== null && seat.declaredAt !== null,
		given: states.length,
		isIn: states.filter((one) => one === 'in').length,
		abstained: states.filter((one) => one === 'abstained').length,
		left: states.filter((one) => !isDone(one)).length
	};
}

function readLines(
	rows: readonly ReadingRow[],
	known: ReadonlyMap<string, NameRow>,
	{ people, each }: { people: ReadonlyMap<string, string>; each: number }
): ReadLine[] {
	const readings = Map.groupBy(
		rows.filter((row) => row.abstainedAt === null),
		({ expression }) => expression
	);
	const lines = [...known.values()].map(({ id, reference, name, isToBeRead }) => ({
		isToBeRead,
		line: {
			reference,
			name: name ?? reference,
			readers: (readings.get(id) ?? []).map(({ seat }) => people.get(seat) ?? ''),
			isIn: (readings.get(id) ?? []).filter(({ inAt }) => inAt).length,
			wanted: each
		}
	}));
	return lines
		.filter((one) => one.isToBeRead)
		.map(({ line }) => line)
		.toSorted(
			(one, other) => one.readers.length - other.readers.length || (one.reference < other.reference ? -1 : 1)
		);
}

type Sharing = {
	sharing: SharingRow;
	known: ReadonlyMap<string, NameRow>;
	people: ReadonlyMap<string, string>;
	zone: string;
};

/** Of what whoever looks may know of: what a conflict keeps from them is in no line. */
async function sharedFor(context: Context, { sharing, known, people, zone }: Sharing): Promise<SharedView> {
	const { at, by, result } = sharing;
	const names = by ? await namesOf(context, [by]) : new Map<string, string>();
	const seen = <T extends { expression: string }>(all: readonly T[]) =>
		all.flatMap((one) => {
			const read = known.get(one.expression);
			return read ? [{ ...one, reference: read.reference }] : [];
		});
	const name = (seat: string) => people.get(seat) ?? '';
	return {
		at: { instant: at, zone },
		who: by ? (names.get(by) ?? '') : null,
		isFirst: result.isFirst,
		changes: seen(result.changes).map(({ reference, added, removed }) => ({
			reference,
			added: added.map(name),
			removed: removed.map(({ seat, because }) => ({ name: name(seat), because }))
		})),
		short: seen(result.short).map(({ reference, readers, wanted, because }) => ({
			reference,
			readers,
			wanted,
			because
		})),
		circles: result.circles
	};
}
