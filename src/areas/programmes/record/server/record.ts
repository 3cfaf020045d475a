import * as v from 'valibot';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { BySlug } from '../../server/calls.ts';
import { findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { recordSentences } from '../record-words.ts';
import { listTaken, type Taken } from '../../board/server/taken.ts';
import { listRecord, type RecordRow } from './record.sql.ts';

/** `taken`: of a group that was taken, in what it differs from what the call published, and why. */
export type RecordLine = RecordRow & { who: string | null; taken: Taken | null };
export type RecordView = {
	slug: string;
	name: string;
	zone: string;
	lines: RecordLine[];
	page: number;
	hasMore: boolean;
};

const pageSize = 100;
/** More than any panel has done; a file is not made longer than this. */
const most = 100_000;
const page = v.fallback(
	v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/), v.transform(Number)), '1'),
	1 as never
);

/** Staff read how the choice came about: who saw and did what, in its order. */
export const showRecord = useCase('programmes.showRecord', {
	input: v.object({ ...BySlug.entries, page }),
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { page: number }, call): Promise<RecordView> {
		const rows = await linesOf(context, call, pageSize + 1, (number - 1) * pageSize);
		return {
			...headOf(call),
			lines: rows.slice(0, pageSize),
			page: number,
			hasMore: rows.length > pageSize
		};
	}
});

/** The same, all of it, to take along. */
export const exportRecord = useCase('programmes.exportRecord', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, _, call): Promise<RecordView> {
		return { ...headOf(call), lines: await linesOf(context, call, most, 0), page: 1, hasMore: false };
	}
});

function headOf({ slug, content, zone }: StandingCall) {
	return { slug, name: content.name, zone };
}

async function linesOf(
	context: Context,
	call: StandingCall,
	limit: number,
	offset: number
): Promise<RecordLine[]> {
	const names = Object.keys(recordSentences);
	const rows = await listRecord(context.db, context.actor, { call: call.id, names, limit, offset });
	const people = await namesOf(
		context,
		rows.flatMap(({ person }) => person ?? [])
	);
	const taken = await takenIn(context, call, rows);
	return rows.map((row) => ({
		...row,
		who: row.person && (people.get(row.person) ?? null),
		taken: taken.find(({ solving, at }) => isOf(row, solving, at)) ?? null
	}));
}

const taking = 'board.cohort-taken';

async function takenIn(context: Context, call: StandingCall, rows: readonly RecordRow[]): Promise<Taken[]> {
	return rows.some(({ name }) => name === taking) ? listTaken(context, call) : [];
}

function isOf(row: RecordRow, solving: string, at: Date): boolean {
	return row.name === taking && row.solving === solving && row.at.getTime() === at.getTime();
}
