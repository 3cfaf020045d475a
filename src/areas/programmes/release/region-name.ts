import { say } from '#areas/forms';
import { regionOptions } from '../starter-options.ts';

/** The name of a region of ours, in the reader's language. */
export function regionName(region: string): string {
	const option = regionOptions('Europe/London').find(({ value }) => value === region);
	return option ? say(option.label) : region;
}
