import { CannotTell } from './calendar.ts';
import { dayOf, type Day } from './day.ts';
import type { Facts, Wait } from './facts.ts';

export function inOrder(waits: readonly Wait[] = []): readonly Wait[] {
	return waits.length < 2 ? waits : [...waits].sort((one, other) => dayOf(one.asked) - dayOf(other.asked));
}

/** A longer time is claimed by saying so, or by the notice of it. */
export function isClaimed({ extended, extensionNotice }: Facts): boolean {
	return extended === true || extensionNotice !== undefined;
}

/** Where nobody noted when people were told, it is taken to have been in time. */
export function isToldTooLate({ extensionNotice }: Facts, noticeDue: Day): boolean {
	return extensionNotice !== undefined && dayOf(extensionNotice) > noticeDue;
}

/** What is good to know besides, as long as the holidays are known that far. */
export function ifKnown<T>(find: () => T): T | undefined {
	try {
		return find();
	} catch (error) {
		if (error instanceof CannotTell) return undefined;
		throw error;
	}
}
