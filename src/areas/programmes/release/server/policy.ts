import type { Actor } from '#shared/actor';
import { staff } from '#server/use-case';

/**
 * Who decides, sees what is pending, and releases it: host staff. Whoever declared a conflict sees none of it of that
 * application, since every list begins from `visibleTo` and every one is found by it.
 */
export function decider(actor: Actor): boolean {
	return staff(actor);
}
