import { setTimeout as pause } from 'node:timers/promises';

type Work = () => Promise<unknown>;

/** The built server and the command that runs it are two copies of this file; the symbols are what they share. */
const key = Symbol.for('placard.closing');
const stoppingKey = Symbol.for('placard.stopping');
const registry = globalThis as { [key]?: Work[]; [stoppingKey]?: Work[] };

/** What keeps answers open without end: ended as soon as no new request is taken, so that nobody waits for them. */
export function onStopping(work: Work): void {
	(registry[stoppingKey] ??= []).push(work);
}

export async function beginStopping(): Promise<void> {
	await Promise.allSettled((registry[stoppingKey] ?? []).map((work) => work()));
}

/** Something to finish before the process ends: jobs under way, the pool. The latest is done first. */
export function onClosing(work: Work): void {
	(registry[key] ??= []).unshift(work);
}

/** Does all of it, once, for at most `patience` milliseconds. */
export async function close(patience = 10_000): Promise<void> {
	const works = registry[key] ?? [];
	registry[key] = [];
	await Promise.race([inTurn(works), pause(patience, undefined, { ref: false })]);
}

async function inTurn(works: Work[]): Promise<void> {
	for (const work of works) await work().catch(() => undefined);
}
