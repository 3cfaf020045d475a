import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { say } from '#areas/forms';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { findCall, findPublishedCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { everyQuestionOf } from './answer-endings.ts';
import { listRuns, type Line, type RunRow } from './erasing-run.sql.ts';

/** What one run deleted of a call. Nobody can be found in it. */
export type Receipt = {
	id: string;
	at: Date;
	why: RunRow['why'];
	/** Who pressed the button. Null: the clock did, or a restoration. */
	who: string | null;
	/** Of one that went before its time. */
	reason: string | null;
	/** `question`: in its words, where its answers alone went. */
	lines: { why: string; sent: boolean; count: number; question: string | null }[];
	/** SHA-256 of what it says, so that a copy on paper and this one can be held against each other. */
	sum: string;
};

const most = 50;

export async function receiptsOf(context: Context, call: string, one?: string): Promise<Receipt[]> {
	const runs = await listRuns(context.db, call, most, one);
	const labels = await labelsOf(context, call, runs);
	const names = await namesOf(
		context,
		runs.flatMap(({ by }) => by ?? [])
	);
	const nameOf = (by: string | null) => (by === null ? null : (names.get(by) ?? null));
	return runs
		.map((run) => ({ ...run, lines: run.lines.filter(({ question }) => !question || labels.has(question)) }))
		.filter(({ lines }) => lines.length)
		.map((run) => receiptOf(run, nameOf(run.by), labels));
}

/** Of questions that may be counted among many; how many had told us what they need is in no receipt. */
async function labelsOf(
	context: Context,
	call: string,
	runs: readonly RunRow[]
): Promise<Map<string, string>> {
	if (runs.every(({ lines }) => lines.every(({ question }) => !question))) return new Map();
	const found = await findCall(context.db, call);
	const questions = found ? (await everyQuestionOf(context, found)).toReversed() : [];
	return new Map(
		questions.filter(({ seenBy }) => seenBy !== 'access').map(({ key, label }) => [key, say(label)] as const)
	);
}

function receiptOf(
	{ id, at, why, reason, lines }: RunRow,
	who: string | null,
	labels: Map<string, string>
): Receipt {
	const counted = lines.map(({ why: reason, sent, count, question }) => ({
		why: reason,
		sent,
		count,
		question: labels.get(question) ?? null
	}));
	const said = JSON.stringify([id, at.toISOString(), why, lines.map(asSaid), ...(reason ? [reason] : [])]);
	return { id, at, why, who, reason, lines: counted, sum: createHash('sha256').update(said).digest('hex') };
}

/** Without the words of questions, which are said in the reader's language. */
function asSaid({ why, sent, count, question }: Line) {
	return { why, sent, count, ...(question ? { question } : {}) };
}

/** Staff take the receipts of a call along, for a record of their own. */
export const showReceipts = useCase('programmes.showReceipts', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	run: async (context, { slug }, { id }) => ({ slug, receipts: await receiptsOf(context, id) })
});

export type OneReceipt = { slug: string; name: string; host: string; zone: string; receipt: Receipt };

/** Staff print one, for a file of their own: as a page, and as a PDF. */
export const showReceipt = useCase('programmes.showReceipt', {
	input: v.object({ ...BySlug.entries, receipt: v.pipe(v.string(), v.uuid()) }),
	on: async (context, { slug, receipt: id }) => {
		const call = await findPublishedCall(context.db, slug);
		const [receipt] = call ? await receiptsOf(context, call.id, id) : [];
		return call && receipt && { call, receipt };
	},
	may: staff,
	run: (_, { slug }, { call: { zone, content }, receipt }): OneReceipt => ({
		slug,
		name: content.name,
		host: content.host,
		zone,
		receipt
	})
});
