import { listeners, type Context } from '#server/use-case';
import { compose, type Wording } from '#server/mail';
import type { Db } from '#server/db';
import { dayOf, instantOf } from '#shared/dates';
import { house, visitor, type Actor } from '#shared/actor';
import { inLanguage } from '#words/language';
import { beginAttempt, endAttempt, keepCopy } from '../../src/server/mail/post.sql.ts';
import { dropErrands, takeAsked, waitingLetters } from './ids.sql.ts';

export const zone = 'Europe/London';
const day = 86_400_000;

/** The world is made in the order in which it happened, each act by somebody, at its own instant. */
export class Story {
	readonly db: Db;
	readonly today: Date;
	constructor(db: Db, today: Date) {
		this.db = db;
		this.today = today;
	}

	/** So many days from today, at a time of the clock in the UK. */
	at(days: number, clock = '10:00'): Date {
		return instantOf(this.local(days, clock), zone);
	}

	/** The same for forms: "2026-03-11T12:00". */
	local(days: number, clock = '10:00'): string {
		return `${this.date(days)}T${clock}`;
	}

	date(days: number): string {
		return dayOf(new Date(this.today.getTime() + days * day), zone);
	}

	/** The Monday on or after that day, as a number of days from today. */
	monday(days: number): number {
		const weekday = new Date(`${this.date(days)}T00:00:00Z`).getUTCDay();
		return days + ((8 - weekday) % 7);
	}

	as(actor: Actor, at: Date): Context {
		return { db: this.db, actor, now: at };
	}

	visitor(at: Date): Context {
		return this.as(visitor, at);
	}

	/** What follows of itself: listeners do their part, and the post takes the letters. Returns what was written. */
	async settle(at: Date): Promise<{ template: string; text: string }[]> {
		for (let asked = await takeAsked(this.db); asked; asked = await takeAsked(this.db)) {
			const listener = listeners.find(({ name }) => name === asked!.listener);
			await listener?.handle(this.as(house, at), asked.details);
		}
		const post = await this.#post(at);
		await dropErrands(this.db);
		return post;
	}

	async #post(at: Date) {
		const posted: { template: string; text: string }[] = [];
		for (const letter of await waitingLetters(this.db)) {
			const composed = await inLanguage(letter.locale, () => compose(this.as(house, at), letter));
			if (!composed) continue;
			await this.#deliver(letter.id, composed.kept, at);
			posted.push({ template: letter.template, text: composed.sent.text });
		}
		return posted;
	}

	async #deliver(id: string, kept: Wording, at: Date): Promise<void> {
		const claimed = { id, number: 1 } as Parameters<typeof beginAttempt>[1];
		await beginAttempt(this.db, claimed, at);
		await endAttempt(this.db, claimed, { at, outcome: 'sent' });
		await keepCopy(this.db, id, kept, at);
	}
}
