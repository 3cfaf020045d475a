import type { Actor } from '#shared/actor';
import { staff } from '#server/use-case';

/**
 * Who takes part in interviews, and reads and writes notes of them: host staff. When panels come, whoever declared a
 * conflict with this expression is kept out here, and so on every page, list, note and calendar at once.
 */
export function interviewer(actor: Actor): boolean {
	return staff(actor);
}
