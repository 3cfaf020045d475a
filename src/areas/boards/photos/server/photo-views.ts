import { nameWriters } from '#areas/campaigns/server';
import { filesOf } from '#server/files';
import type { Context } from '#server/use-case';
import { boardKeeper, type Seen } from '../../server/seen.ts';
import type { BoardView } from '../../server/views.ts';
import { mostPhotos } from '../photo.ts';
import { listPhotoRows, type PhotoRow } from './photo.sql.ts';
import { photoDestroyer, type SeenPhoto } from './policy.ts';

export type PhotoView = {
	id: string;
	number: number;
	/** Where its bytes are read, by whoever takes part alone. */
	href: string;
	putAt: Date;
	/** Null where nobody is named, and to whoever is not shown who takes part. */
	by: string | null;
	until: Date | null;
	keptAt: Date | null;
	mayDestroy: boolean;
};
export type PhotosView = {
	photos: PhotoView[];
	/** How many more there is room for. */
	room: number;
	mayPut: boolean;
	mayKeep: boolean;
	/** Nobody is named here, or it could harm somebody to be known: handwriting and faces tell all the same. */
	isSensitive: boolean;
};

export type PhotoPageView = Pick<
	BoardView,
	'slug' | 'campaign' | 'number' | 'name' | 'share' | 'isCoordinator' | 'mayWrite'
> &
	Pick<PhotosView, 'mayKeep'> & { photo: PhotoView };

/** Whose files they are: they go with the campaign. */
export const ownerOf = (campaign: string) => ({ kind: 'campaign', id: campaign });

export async function photosView(context: Context, seen: Seen): Promise<PhotosView> {
	const { campaign, member, board } = seen;
	const rows = await listPhotoRows(context.db, board.id);
	const files = new Map((await filesOf(context, ownerOf(campaign.id))).map((file) => [file.id, file]));
	const names = await namesOf(context, seen, rows);
	const photos = rows.map((row) => ({
		id: row.id,
		number: row.number,
		href: files.get(row.file)?.href ?? '',
		putAt: row.putAt,
		by: names.get(row.putBy ?? '') ?? null,
		until: row.until,
		keptAt: row.keptAt,
		mayDestroy: photoDestroyer(context.actor, { ...seen, photo: row })
	}));
	return {
		photos,
		room: Math.max(0, mostPhotos - rows.length),
		mayPut: member !== null && board.putAwayAt === null,
		mayKeep: boardKeeper(context.actor, seen),
		isSensitive: board.hidesWriters || campaign.care === 'extreme'
	};
}

/** One photo by itself. */
export async function photoPage(context: Context, seen: SeenPhoto): Promise<PhotoPageView> {
	const { campaign, member, board, level } = seen;
	const { photos, mayPut, mayKeep } = await photosView(context, seen);
	return {
		slug: campaign.slug,
		campaign: campaign.name,
		number: board.number,
		name: board.name,
		share: level,
		isCoordinator: member?.part === 'coordinator',
		mayWrite: mayPut,
		mayKeep,
		photo: photos.find(({ id }) => id === seen.photo.id)!
	};
}

async function namesOf(context: Context, { campaign, reader }: Seen, rows: readonly PhotoRow[]) {
	const persons = [...new Set(rows.flatMap(({ putBy }) => (putBy ? [putBy] : [])))];
	return nameWriters.within(context, { slug: campaign.slug, as: reader, persons });
}
