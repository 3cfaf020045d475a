import { firstFree, slugOf } from '#areas/programmes';

/** How sensitive it is. Extreme: who takes part is seen by its coordinators alone. */
export const cares = ['usual', 'high', 'extreme'] as const;
export type Care = (typeof cares)[number];

/** An address for what everybody may know of: the figure behind a name tells that there is another of that name. */
export function publicAddressFor(name: string, taken: readonly string[]): string {
	return firstFree(addressOf(name), taken);
}

/** What has no Latin letter in it has no address to be made of. */
export function addressOf(name: string): string {
	const slug = slugOf(name);
	return slug === 'programme' ? 'campaign' : slug;
}
