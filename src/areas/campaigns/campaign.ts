import { firstFree, slugOf } from '#areas/programmes';

/** The address of a campaign, from its name; the first that nobody has. Without a name it is a campaign like others. */
export function addressFor(name: string, taken: readonly string[]): string {
	return firstFree(addressOf(name), taken);
}

/** What has no Latin letter in it has no address to be made of. */
export function addressOf(name: string): string {
	const slug = slugOf(name);
	return slug === 'programme' ? 'campaign' : slug;
}
