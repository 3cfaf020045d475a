import type { Context } from '#server/use-case';
import { alike, type Pair } from '../alike.ts';
import { listFacts, listNotSame } from './pair.sql.ts';

/** Pairs of a call that look alike and of which nobody said that they are not one, of what the reader may see. */
export async function undecided({ db, actor }: Context, call: string): Promise<Pair[]> {
	const decided = new Set((await listNotSame(db, call)).map(({ one, two }) => `${one} ${two}`));
	const pairs = alike(await listFacts(db, actor, call));
	return pairs.filter(({ one, two }) => !decided.has(`${one.id} ${two.id}`));
}
