import type { Context } from '#server/use-case';
import { findStanding, type StandingRow } from './outbox.sql.ts';

type Keeper = (context: Context) => Promise<readonly string[]>;

const keepers = new Map<string, Keeper>();

/**
 * An area says about which of its things whoever looks may read no letter, and not count it either: their ids, for
 * letters about that kind.
 */
export function keepFrom(kind: string, ids: Keeper): void {
	keepers.set(kind, ids);
}

/** As `kind:id`, for every query of the outbox. */
export async function keptFrom(context: Context): Promise<string[]> {
	const all = [...keepers].map(async ([kind, ids]) => (await ids(context)).map((id) => `${kind}:${id}`));
	return (await Promise.all(all)).flat();
}

/** A letter that is not kept from whoever looks. */
export async function findLetter(context: Context, id: string): Promise<StandingRow | undefined> {
	const letter = await findStanding(context.db, id);
	if (!letter?.aboutKind) return letter;
	const kept = await keptFrom(context);
	return kept.includes(`${letter.aboutKind}:${letter.aboutId}`) ? undefined : letter;
}
