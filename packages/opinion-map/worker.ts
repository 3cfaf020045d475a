import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Moderation, VoteColumns } from './ballots.ts';
import type { Effort } from './groups/choose.ts';
import type { Snapshot } from './live/conversation.ts';
import type { Rule } from './live/register.ts';
import type { PlacardReport } from './placard/report.ts';
import type { Reply, Wish } from './worker-thread.ts';

/**
 * Works out maps in a thread of its own, so that whoever asks goes on serving. It may hold the conversation too: told of the
 * same votes as the caller's, it needs no copy of all of them for each analysis.
 */
export class MapWorker {
	readonly #thread = new Worker(new URL('./worker-thread.ts', import.meta.url));
	readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
	#last = 0;
	#ended: Error | undefined;

	constructor() {
		this.#thread.on('message', (reply: Reply) => this.#hear(reply));
		this.#thread.on('error', (error) => this.#fail(error as Error));
		this.#thread.on('exit', () => this.#fail(new Error('The thread of the opinion map has ended.')));
		this.#thread.unref();
	}

	/** Votes that came in, one or many. */
	add(votes: VoteColumns): Promise<void> {
		return this.#ask({ kind: 'add', votes });
	}

	retract(person: string, statement?: string): Promise<void> {
		return this.#ask({ kind: 'retract', person, statement });
	}

	moderate(statement: string, rule: Partial<Rule>): Promise<void> {
		return this.#ask({ kind: 'moderate', statement, rule });
	}

	/** The conversation that it was told of. */
	analyse(effort: Partial<Effort> = {}): Promise<PlacardReport> {
		return this.#ask({ kind: 'analyse', effort });
	}

	/** These votes and no others. They are copied in many turns, and may not change before the report is there. */
	async analyseVotes(
		given: VoteColumns,
		moderation: Moderation,
		effort: Partial<Effort> = {}
	): Promise<PlacardReport> {
		const votes = await copied(given);
		const own = [votes.person.buffer, votes.statement.buffer, votes.vote.buffer];
		return this.#ask({ kind: 'analyse-votes', votes, moderation, effort }, own);
	}

	snapshot(): Promise<Snapshot> {
		return this.#ask({ kind: 'snapshot' });
	}

	async close(): Promise<void> {
		await this.#thread.terminate();
	}

	/** What is handed over (`own`) changes hands and is not copied once more. */
	#ask<Answer>(wish: Wish, own: ArrayBuffer[] = []): Promise<Answer> {
		if (this.#ended) return Promise.reject(this.#ended);
		const { promise, resolve, reject } = Promise.withResolvers<Answer>();
		this.#waiting.set(++this.#last, { resolve, reject });
		this.#thread.ref();
		this.#thread.postMessage({ number: this.#last, wish }, own);
		return promise;
	}

	#hear({ number, answer, trouble }: Reply): void {
		const waiting = this.#waiting.get(number);
		this.#waiting.delete(number);
		if (!this.#waiting.size) this.#thread.unref();
		if (trouble) waiting?.reject(new Error(trouble));
		else waiting?.resolve(answer as never);
	}

	#fail(error: Error): void {
		this.#ended ??= error;
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
	}
}

/** A millisecond's worth of copying, then the others' turn. */
const atOnce = 1 << 17;

async function copied({ person, statement, vote, ...ids }: VoteColumns) {
	const size = vote.length;
	const copy = { person: new Int32Array(size), statement: new Int32Array(size), vote: new Int8Array(size) };
	for (let from = 0; from < size; from += atOnce) {
		const to = Math.min(size, from + atOnce);
		copy.person.set(person.subarray(from, to), from);
		copy.statement.set(statement.subarray(from, to), from);
		copy.vote.set(vote.subarray(from, to), from);
		if (to < size) await nextTurn();
	}
	return { ...ids, ...copy };
}
