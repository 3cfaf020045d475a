import type { Actor } from '#shared/actor';
import { staff, type Context } from '#server/use-case';
import { findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { isRecused as isKeptOut } from '../../panel/server/conflict.sql.ts';
import { releasingChair } from '../../panel/server/policy.ts';
import { sittingOf, type Sitting } from '../../panel/server/sitting.ts';

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

/** The same, and the seat of whoever sits on its panel. */
export type Releasing = Deciding & { sitting: Sitting | undefined };

/** For what the acting chair may do as well: `on: releasing`. */
export async function releasing(context: Context, where: { slug: string }): Promise<Releasing | undefined> {
	const found = await deciding(context, where);
	return found && { ...found, sitting: await sittingOf(context, found.call) };
}

/** Who releases: host staff, or the acting chair of a call whose terms say so; nobody whom a conflict keeps out. */
export function releaser(actor: Actor, found: Releasing): boolean {
	return decider(actor, found) || chairWhoReleases(actor, found);
}

/** Of those, the acting chair. */
export function chairWhoReleases(actor: Actor, { isRecused, sitting }: Releasing): boolean {
	return !isRecused && sitting !== undefined && releasingChair(actor, sitting);
}
