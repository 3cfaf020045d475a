import { clock } from '#packages/statutory-clock';

/** UK GDPR art. 12(3): a month from the day on which it came. Null: the holidays are not known that far. */
export function dueOf(cameOn: string): string | null {
	return clock({ id: 'request', regime: 'UKGDPR-SAR', received: cameOn }).due;
}
