import type { Actor } from '#shared/actor';
import type { Context } from '#server/use-case';
import { findPublishedCall } from '../../server/call.sql.ts';
import { actingChair, unconflictedPanellist } from '../../panel/server/policy.ts';
import { readable, type Readable } from '../../panel/server/reading.ts';
import { sittingOf, type Sitting } from '../../panel/server/sitting.ts';
import { findReading, type HeldReading } from './reading.sql.ts';

export type AtHand = Readable & { reading: HeldReading };

/** One application that somebody on the panel reads, or read until it moved on: what they typed meanwhile finds its place. */
export async function atHand(
	context: Context,
	input: { slug: string; reference: string }
): Promise<AtHand | undefined> {
	const held = await readable(context, input);
	const reading = held && (await findReading(context.db, held.seat.id, held.expression.id));
	return reading && reading.endedHow !== 'cannot' ? { ...held, reading } : undefined;
}

/** The same, and it is theirs at this moment. */
export async function inHand(
	context: Context,
	input: { slug: string; reference: string }
): Promise<AtHand | undefined> {
	const held = await atHand(context, input);
	return held?.reading.endedHow === null ? held : undefined;
}

/** Whoever was given it to read, took their seat, and has no conflict with it. */
export function itsReader(actor: Actor, held: AtHand): boolean {
	return unconflictedPanellist(actor, held);
}

/** Staff, or somebody on the panel: each is shown what is theirs. */
export type Overseer = { call: Sitting['call']; sitting: Sitting | undefined };

export async function overseen(context: Context, { slug }: { slug: string }): Promise<Overseer | undefined> {
	const call = await findPublishedCall(context.db, slug);
	return call && { call, sitting: await sittingOf(context, call) };
}

/** The acting chair, who looks after the reading. */
export function leadsTheReading(actor: Actor, { sitting }: { sitting: Sitting | undefined }): boolean {
	return sitting !== undefined && sitting.seat.declaredAt !== null && actingChair(actor, sitting);
}
