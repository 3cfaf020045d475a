import type postgres from 'postgres';
import type { Writer } from '../kill/writers.ts';
import { complaintsAbout, type Reply } from '../outage.ts';

/** What a page may say while the disk is full: there is no room, or PostgreSQL stopped for want of it. */
const sentences = { 507: /no room/, 503: /records|very busy/ };

/** Somebody who sends one thing after another, and remembers what was acknowledged and what was wrong with a refusal. */
export class Person implements Writer {
	acknowledged = 0;
	/** How often, by the status of the page that said so. */
	readonly refusals = new Map<number, number>();
	readonly complaints = new Set<string>();
	readonly #keep: (number: number, person: Person) => Promise<boolean>;
	readonly #find: ((sql: postgres.Sql) => Promise<number>) | undefined;
	#latest = 0;
	#sent = 0;

	/** `keep`: sends number n, and tells whether it was acknowledged. `find`: the number that is kept now, if any is. */
	constructor(
		keep: (number: number, person: Person) => Promise<boolean>,
		find?: (sql: postgres.Sql) => Promise<number>
	) {
		this.#keep = keep;
		this.#find = find;
	}

	write = async (): Promise<void> => {
		const number = ++this.#sent;
		if (!(await this.#keep(number, this))) throw new Error('not saved');
		this.#latest = number;
		this.acknowledged++;
	};

	complaint = async (sql: postgres.Sql): Promise<string | undefined> => {
		const kept = (await this.#find?.(sql)) ?? this.#latest;
		return kept < this.#latest || kept > this.#sent
			? `${this.#latest} was acknowledged, ${this.#sent} sent, and ${kept} is kept`
			: undefined;
	};

	get refused(): number {
		return this.refusals.values().reduce((sum, one) => sum + one, 0);
	}

	/** `text`: what was typed, and must come back. */
	isRefused(reply: Reply, text?: string): void {
		this.refusals.set(reply.status, (this.refusals.get(reply.status) ?? 0) + 1);
		for (const one of complaintsAbout(reply, sentences, text)) this.complaints.add(one);
	}
}
