import type { Actor } from '#shared/actor';
import { boardKeeper, type Seen } from '../../server/seen.ts';
import type { PhotoRow } from './photo.sql.ts';

export type SeenPhoto = Seen & { photo: PhotoRow };

/**
 * Whoever takes part destroys what is not kept: that is what happens to it anyway. What the group keeps goes by
 * whoever takes part and is no guest, or by whoever put it there.
 */
export function photoDestroyer(
	actor: Actor,
	{ photo, ...seen }: Pick<SeenPhoto, 'photo' | 'member' | 'board'>
) {
	if (seen.member === null) return false;
	const isOwn = photo.putBy !== null && photo.putBy === seen.member.person;
	return photo.keptAt === null || isOwn || boardKeeper(actor, seen);
}
