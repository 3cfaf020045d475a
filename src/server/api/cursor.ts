import { Unusable } from '#shared/problem';

/** Where a list goes on: the instant and the id of the last one that was given. Programs send it back as it came. */
export type Place = { at: Date; id: string };

export function cursorOf({ at, id }: Place): string {
	return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
}

/** @throws Unusable when it is none of ours */
export function placeOf(cursor: string | undefined): Place | null {
	if (cursor === undefined) return null;
	const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
	const isOurs =
		/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(at) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);
	if (!isOurs || Number.isNaN(Date.parse(at))) throw new Unusable({ cursor: 'wrong-kind' });
	return { at: new Date(at), id };
}
