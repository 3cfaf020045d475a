import type { Context } from './index.ts';
import { enqueue, enqueueErrand, errandsQueue, longQueue } from './queue.ts';

export type Details = Record<string, string | number | boolean | null>;
/** 'week' keeps neither the hour nor the person and queues nothing: for acts that must not be traced back. */
export type Trace = 'full' | 'week';

export type Listener = {
	event: string;
	name: string;
	handle: (context: Context, details: Details) => Promise<void>;
};
export type Schedule = { name: string; cron: string; run: (context: Context) => Promise<unknown> };

export type Errand = { name: string; run: (details: Details) => Promise<void>; cron?: string };

export const listeners: Listener[] = [];
export const schedules: Schedule[] = [];
export const errands: Errand[] = [];

/** `on('expression.submitted', async function sendTheReceipt(context, { id }) { … })`: named, since the queue knows it by name. */
export function on(event: string, handle: Listener['handle']): void {
	if (!handle.name) throw new Error(`A listener to ${event} needs a name`);
	listeners.push({ event, name: handle.name, handle });
}

/** Runs again and again by the clock (cron, UTC). A run that finds nothing to do does nothing. */
export function every(cron: string, run: Schedule['run']): void {
	if (!run.name) throw new Error(`What runs at ${cron} needs a name`);
	schedules.push({ name: run.name, cron, run });
}

/**
 * Work that speaks to somebody outside (a post office, a store of files): it holds no transaction open meanwhile, but
 * opens short ones of its own. Returns how to ask for it, in the transaction of the act. With a cron it also runs by
 * the clock, with no details: for what was asked for and lost. A `long` one keeps no other waiting.
 */
export function errand(run: Errand['run'], { cron, long = false }: { cron?: string; long?: boolean } = {}) {
	const { name } = run;
	if (!name) throw new Error('An errand needs a name');
	errands.push({ name, run, ...(cron ? { cron } : {}) });
	return (context: Context, details: Details) =>
		enqueueErrand(context.db, name, details, long ? longQueue : errandsQueue);
}

/** Writes the event and queues what follows, in the transaction of the act itself. */
export async function note(context: Context, event: string, details: Details, trace: Trace): Promise<void> {
	const { db, actor, now } = context;
	const full = trace === 'full';
	await db`
		insert into house.event (at, name, actor, details)
		values (${full ? now : startOfWeek(now)}, ${event}, ${full ? db.json(actor as never) : null}, ${db.json(details)})`;
	if (!full) return;
	for (const listener of listeners.filter((one) => one.event === event))
		await enqueue(db, listener.name, details);
}

/** Monday 00:00 UTC. */
function startOfWeek(now: Date): Date {
	const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
	day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
	return day;
}
