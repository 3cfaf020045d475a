import type { Context } from '#server/use-case';
import { Problem } from '#shared/problem';

/** Who did it, and when. The rules of these use cases let in people only. */
export function signed({ actor, now }: Context): { by: string; at: Date } {
	if (actor.kind !== 'person') throw new Problem('not-found');
	return { by: actor.id, at: now };
}
