import { bytesOf, storeFile } from '#server/files';
import type { Context } from '#server/use-case';
import type { BoardWhole } from '../../leaving/board-whole.ts';
import { files, type Photos } from '../../leaving/read-campaign.ts';
import { photoBox, photoKind, photoLimits } from '../photo.ts';
import { insertPhotoAs, listPhotoRows } from './photo.sql.ts';
import { ownerOf } from './photo-views.ts';

export type PhotoToLeave = {
	name: string;
	says: BoardWhole['photos'][number];
	read: () => Promise<Uint8Array>;
};

/** What the group keeps leaves with its campaign. What nobody decided about goes in a few days, and stays behind. */
export async function photosToLeave(
	context: Context,
	campaign: string,
	{ id, number: board }: { id: string; number: number }
): Promise<PhotoToLeave[]> {
	const leaving: PhotoToLeave[] = [];
	for (const { number, file, putAt: at, putBy: by, keptAt, keptBy } of await listPhotoRows(context.db, id)) {
		const bytes = keptAt && (await bytesOf(context, ownerOf(campaign), file));
		if (!bytes) continue;
		const { sha256, size, read } = bytes;
		const says = { number, sha256, size, at, by, keptAt, keptBy };
		leaving.push({ name: files.photo(board, number), says, read });
	}
	return leaving;
}

type Arriving = { campaign: string; board: string; whole: BoardWhole };

/** They stay byte for byte what they were, since they are known by their hash. */
export async function takeInPhotos(
	context: Context,
	{ campaign, board, whole }: Arriving,
	photos: Photos
): Promise<void> {
	for (const { number, at: putAt, by: putBy, keptAt, keptBy } of whole.photos) {
		const { id: file } = await storeFile(context, {
			from: await photos.get(files.photo(whole.number, number))!(),
			name: 'photo',
			owner: ownerOf(campaign),
			allowed: [photoKind],
			fit: photoBox,
			isMade: true,
			limits: photoLimits
		});
		await insertPhotoAs(context.db, { board, number, file, putAt, putBy, until: null, keptAt, keptBy });
	}
}
