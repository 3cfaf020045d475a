import { parentPort } from 'node:worker_threads';
import { ballotsFrom, type Moderation, type Vote, type VoteColumns } from './ballots.ts';
import type { Effort } from './groups/choose.ts';
import { LiveConversation } from './live/conversation.ts';
import type { Rule } from './live/register.ts';
import { placardReport } from './placard/report.ts';

export type Wish =
	| { kind: 'add'; votes: VoteColumns }
	| { kind: 'retract'; person: string; statement?: string | undefined }
	| { kind: 'moderate'; statement: string; rule: Partial<Rule> }
	| { kind: 'analyse'; effort: Partial<Effort> }
	| { kind: 'analyse-votes'; votes: VoteColumns; moderation: Moderation; effort: Partial<Effort> }
	| { kind: 'snapshot' };

export type Reply = { number: number; answer?: unknown; trouble?: string | undefined };

const live = new LiveConversation();

function answerTo(wish: Wish): unknown {
	if (wish.kind === 'add') return addAll(wish.votes);
	if (wish.kind === 'retract') return live.retract(wish.person, wish.statement);
	if (wish.kind === 'moderate') return live.moderate(wish.statement, wish.rule);
	if (wish.kind === 'snapshot') return live.snapshot();
	if (wish.kind === 'analyse') return placardReport(live.ballots(), wish.effort);
	return placardReport(ballotsFrom(wish.votes, wish.moderation), wish.effort);
}

function addAll({ people, statements, person, statement, vote }: VoteColumns): void {
	vote.forEach((one, at) => live.add(people[person[at]!]!, statements[statement[at]!]!, one as Vote));
}

/** Columns change hands instead of being copied: the caller's thread has next to nothing to do. */
function columnsIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
	if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
	else if (typeof value === 'object' && value !== null)
		for (const part of Object.values(value)) if (typeof part === 'object') columnsIn(part, found);
	return found;
}

parentPort?.on('message', ({ number, wish }: { number: number; wish: Wish }) => {
	try {
		const answer = answerTo(wish);
		parentPort?.postMessage({ number, answer } satisfies Reply, [...columnsIn(answer)]);
	} catch (error) {
		parentPort?.postMessage({ number, trouble: String((error as Error).stack) } satisfies Reply);
	}
});
