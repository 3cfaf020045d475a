import { createHash } from 'node:crypto';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { findPublishedCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { listRuns, type RunRow } from './erasing-run.sql.ts';

/** What one run deleted of a call. Nobody can be found in it. */
export type Receipt = {
	id: string;
	at: Date;
	why: RunRow['why'];
	/** Who pressed the button. Null: the clock did, or a restoration. */
	who: string | null;
	lines: { why: string; sent: boolean; count: number }[];
	/** SHA-256 of what it says, so that a copy on paper and this one can be held against each other. */
	sum: string;
};

const most = 50;

export async function receiptsOf(context: Context, call: string): Promise<Receipt[]> {
	const runs = await listRuns(context.db, call, most);
	const names = await namesOf(
		context,
		runs.flatMap(({ by }) => by ?? [])
	);
	return runs.map((run) => receiptOf(run, run.by === null ? null : (names.get(run.by) ?? null)));
}

function receiptOf({ id, at, why, lines }: RunRow, who: string | null): Receipt {
	const counted = lines.map(({ why: reason, sent, count }) => ({ why: reason, sent, count }));
	const said = JSON.stringify([id, at.toISOString(), why, counted]);
	return { id, at, why, who, lines: counted, sum: createHash('sha256').update(said).digest('hex') };
}

/** Staff take the receipts of a call along, for a record of their own. */
export const showReceipts = useCase('programmes.showReceipts', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	run: async (context, { slug }, { id }) => ({ slug, receipts: await receiptsOf(context, id) })
});
