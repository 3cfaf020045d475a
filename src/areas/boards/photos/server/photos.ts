import { purgeFile, storeFile } from '#server/files';
import { useCase, type Context } from '#server/use-case';
import { pictures } from '#shared/file-kinds';
import { Problem, Unusable } from '#shared/problem';
import { ByBoard } from '../../board.schema.ts';
import { writerOn } from '../../server/changing.ts';
import { boardKeeper, boardMember, boardWriter, seen, type Seen } from '../../server/seen.ts';
import { ByPhoto, Putting, TypedUp } from '../photo.schema.ts';
import { goesAt, mostPhotos, photoBox, photoKind, photoLimits, type Fate } from '../photo.ts';
import { deletePhoto, findPhoto, insertPhoto, listPhotoRows, markKept, type PhotoRow } from './photo.sql.ts';
import { ownerOf, photoPage, photosView, type PhotoPageView, type PhotosView } from './photo-views.ts';
import { photoDestroyer, type SeenPhoto } from './policy.ts';

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };

async function seenPhoto(
	context: Context,
	{ photo: id, ...address }: Parameters<typeof seen>[1] & { photo: string }
): Promise<SeenPhoto | undefined> {
	const there = await seen(context, address);
	const photo = there && (await findPhoto(context.db, there.board.id, id));
	return photo && { ...there, photo };
}

/** Photos of the paper of a board. Never for readers, whatever is shared: they show more than what is typed from them. */
export const listPhotos = useCase('boards.listPhotos', {
	input: ByBoard,
	on: seen,
	may: boardMember,
	run: (context, _, there): Promise<PhotosView> => photosView(context, there)
});

/** One of them, large. */
export const showPhoto = useCase('boards.showPhoto', {
	input: ByPhoto,
	on: seenPhoto,
	may: boardMember,
	run: (context, _, there): Promise<PhotoPageView> => photoPage(context, there)
});

/** All that were chosen, or none. The record says that there were photos, and not who photographed. */
export const putPhotos = useCase('boards.putPhotos', {
	input: Putting,
	on: seen,
	may: boardWriter,
	trace: 'week',
	async run(context, { slug, photos, fate }, there) {
		const { board } = there;
		if (fate === 'keep' && !boardKeeper(context.actor, there)) throw new Unusable({ fate: 'not-an-option' });
		await mustHaveRoom(context, there, photos.length);
		const files: string[] = [];
		for (const photo of photos) files.push(await stored(context, there, photo));
		// Whoever put some meanwhile was waited for as ours were kept.
		await mustHaveRoom(context, there, photos.length);
		const ids: string[] = [];
		for (const file of files) ids.push(await insertPhoto(context.db, rowOf(context, there, { file, fate })));
		for (const id of ids) await context.record('photo.put', { id, board: board.id });
		return { slug, board: board.number, photo: ids[0]! };
	}
});

async function mustHaveRoom({ db }: Context, { board }: Seen, more: number): Promise<void> {
	if ((await listPhotoRows(db, board.id)).length + more > mostPhotos)
		throw new Problem('file-too-many', { limit: mostPhotos });
}

/** What its telephone called it may say when and where: it has no name. */
async function stored(context: Context, { campaign }: Seen, from: Blob): Promise<string> {
	const { id } = await storeFile(context, {
		from,
		name: 'photo',
		owner: ownerOf(campaign.id),
		allowed: pictures,
		into: photoKind,
		fit: photoBox,
		limits: photoLimits
	});
	return id;
}

function rowOf({ now }: Context, there: Seen, { file, fate }: { file: string; fate: Fate }) {
	const by = writerOn(there);
	const row = { board: there.board.id, file, putAt: now, putBy: by };
	return fate === 'keep'
		? { ...row, until: null, keptAt: now, keptBy: by }
		: { ...row, until: goesAt(now), keptAt: null, keptBy: null };
}

/** The group keeps it, until somebody destroys it. */
export const keepPhoto = useCase('boards.keepPhoto', {
	input: ByPhoto,
	on: seenPhoto,
	may: boardKeeper,
	trace: 'week',
	async run(context, { slug }, there) {
		const { board, photo } = there;
		if (await markKept(context.db, photo.id, { at: context.now, by: writerOn(there) }))
			await context.record('photo.kept', { id: photo.id, board: board.id });
		return { slug, board: board.number, photo: photo.id };
	}
});

/** At once and for good, on a board that is put away too. */
export const destroyPhoto = useCase('boards.destroyPhoto', {
	input: ByPhoto,
	on: seenPhoto,
	may: photoDestroyer,
	trace: 'week',
	async run(context, { slug }, { board, photo }) {
		await destroyed(context, board.campaign, photo);
		return { slug, board: board.number };
	}
});

/** Everything is typed up: what nobody keeps is destroyed. */
export const finishTypingUp = useCase('boards.finishTypingUp', {
	input: TypedUp,
	on: seen,
	may: boardMember,
	trace: 'week',
	async run(context, { slug, photos }, { board }) {
		const rows = await listPhotoRows(context.db, board.id);
		for (const row of rows.filter(({ id, keptAt }) => keptAt === null && photos.includes(id)))
			await destroyed(context, board.campaign, row);
		return { slug, board: board.number };
	}
});

/** Its row, and its bytes once the act is done: nothing says afterwards what it was. */
export async function destroyed(context: Recording, campaign: string, photo: PhotoRow): Promise<void> {
	await deletePhoto(context.db, photo.id);
	await purgeFile(context, ownerOf(campaign), photo.file);
	await context.record('photo.destroyed', { id: photo.id, board: photo.board });
}
