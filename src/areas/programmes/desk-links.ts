import type { Link } from '#ui';

/** What can be done from the list of a call's expressions: pages of their own. */
export function listLinks(_slug: string): Link[] {
	return [];
}

/** What can be done with one of them. */
export function oneLinks(_slug: string, _reference: string): Link[] {
	return [];
}
