import type { Actor } from '#shared/actor';
import { staff, type Context } from '#server/use-case';
import { findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { isRecused as isKeptOut } from '../../panel/server/conflict.sql.ts';

/** A call on which there is to decide, and whether a conflict keeps whoever asks out of its choice. */
export type Deciding = { call: StandingCall; isRecused: boolean };

/** For use cases that begin from an address: `on: deciding`. */
export async function deciding(context: Context, { slug }: { slug: string }): Promise<Deciding | undefined> {
	const call = await findPublishedCall(context.db, slug);
	return call && { call, isRecused: await isRecused(context, call.id) };
}

export async function isRecused({ db, actor }: Context, call: string): Promise<boolean> {
	return actor.kind === 'person' && isKeptOut(db, { call, person: actor.id });
}

/**
 * Who decides, sees what is pending, and releases it: host staff. Whoever has a conflict with one application of the call
 * takes no part in choosing: all of this is not there for them.
 */
export function decider(actor: Actor, { isRecused }: Pick<Deciding, 'isRecused'>): boolean {
	return staff(actor) && !isRecused;
}
