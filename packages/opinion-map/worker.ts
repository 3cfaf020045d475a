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

	/** These votes and no others. */
	analyseVotes(
		votes: VoteColumns,
		moderation: Moderation,
		effort: Partial<Effort> = {}
	): Promise<PlacardReport> {
		return this.#ask({ kind: 'analyse-votes', votes, moderation, effort });
	}

	snapshot(): Promise<Snapshot> {
		return this.#ask({ kind: 'snapshot' });
	}

	async close(): Promise<void> {
		await this.#thread.terminate();
	}

	#ask<Answer>(wish: Wish): Promise<Answer> {
		const { promise, resolve, reject } = Promise.withResolvers<Answer>();
		this.#waiting.set(++this.#last, { resolve, reject });
		this.#thread.ref();
		this.#thread.postMessage({ number: this.#last, wish });
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
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
	}
}
