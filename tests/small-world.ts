import { compose, type Wording } from '#server/mail';
import { listeners, type Context, type Details } from '#server/use-case';
import { inTransaction, type Db } from '#server/db';
import { house, visitor, type Actor } from '#shared/actor';

/** The instant at which worlds stand unless a test says otherwise. */
export const someDay = new Date('2026-01-15T12:00:00Z');

/** A letter as it arrives. */
export type Post = Wording & { to: string; template: string; locale: string };

export class World {
	readonly db: Db;
	constructor(db: Db) {
		this.db = db;
	}

	/** The context of an actor at an instant: what a use case's `within` takes. */
	as(actor: Actor = visitor, now: Date = someDay): Context {
		return { db: this.db, actor, now };
	}

	/** The names of what happened, oldest first. */
	async events(): Promise<string[]> {
		const rows = await this.db<{ name: string }[]>`select name from house.event order by at, name`;
		return rows.map((row) => row.name);
	}

	/** Empties the letter box: the letters that wait, oldest first, in the words that people receive, links and codes included. */
	async post(now: Date = someDay): Promise<Post[]> {
		const waiting = await this.db<
			{ id: string; to: string; template: string; locale: string; details: Details; attempts: number }[]
		>`
			select id, address as to, template, locale, details, attempts from mail.standing
			where state = 'waiting' order by queued_at, id`;
		const posted: Post[] = [];
		for (const { id, to, attempts, ...draft } of waiting) {
			const composed = await compose(this.as(house, now), draft);
			await this.db`
				insert into mail.attempt (letter, number, began_at, ended_at, outcome)
				values (${id}, ${attempts + 1}, ${now}, ${now}, ${composed ? 'sent' : 'dropped'})`;
			if (composed) posted.push({ to, template: draft.template, locale: draft.locale, ...composed.sent });
		}
		return posted;
	}

	/** Does what listeners have been asked to do, and what that asks of others, until nothing waits. */
	async runJobs(now: Date = someDay): Promise<string[]> {
		const ran: string[] = [];
		for (;;) {
			const [job] = await this.db<{ data: { listener: string; details: Record<string, string> } }[]>`
				delete from pgboss.job where id = (select id from pgboss.job where name = 'listeners' and state = 'created' order by created_on, id limit 1)
				returning data`;
			if (!job) return ran;
			const listener = listeners.find((one) => one.name === job.data.listener);
			if (!listener) throw new Error(`Nobody called ${job.data.listener} listens`);
			await listener.handle(this.as(house, now), job.data.details);
			ran.push(listener.name);
		}
	}
}

export class OwnWorld {
	readonly url: string;
	constructor(url: string) {
		this.url = url;
	}

	/** A kept transaction, with the same helpers. */
	do<T>(body: (world: World) => Promise<T>): Promise<T> {
		return inTransaction((db) => body(new World(db)));
	}
}
