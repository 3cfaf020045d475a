import type { Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import type { FileKind } from '#shared/file-kinds';
import type { Owner } from '../file.sql.ts';
import { store } from '../store.ts';
import { storeFile, type Limits } from '../store-file.ts';
import type { FileView } from '../views.ts';
import { BlockHash } from './block-hash.ts';
import { forgetUpload, viewOfUpload, type UploadView } from './uploads.ts';
import { findPieces, lockUpload, type PieceRow } from './upload.sql.ts';

type Finish = {
	owner: Owner;
	id: string;
	allowed: readonly FileKind[];
	limits: Limits;
	/** What the browser made of the whole file, where it can: see block-hash.ts. */
	hash?: string | undefined;
};

/**
 * All pieces have come: they are put together, looked at and kept like any other file. What is refused for what it
 * is is forgotten with its pieces; when the store fails, all of them stay and it can be finished later.
 */
export async function finishUpload(
	context: Context,
	{ owner, id, allowed, limits, hash }: Finish
): Promise<{ upload: UploadView; file: FileView } | { upload: UploadView; refused: Problem }> {
	const row = await lockUpload(context.db, owner, id);
	if (!row) throw new Problem('not-found');
	const { size, received, name } = row;
	if (size !== null && received !== size) throw new Problem('upload-unfinished', { received });
	const upload = viewOfUpload(row);
	try {
		const from = whole(id, await findPieces(context.db, id), hash);
		const file = await storeFile(context, { from, name, owner, allowed, limits });
		await forgetUpload(context, id);
		return { upload, file };
	} catch (problem) {
		if (!(problem instanceof Problem) || !problem.code.startsWith('file-')) throw problem;
		await forgetUpload(context, id);
		return { upload, refused: problem };
	}
}

/** The bytes of all pieces in their order, never more than one piece's stream at a time. */
async function* whole(
	upload: string,
	pieces: PieceRow[],
	hash: string | undefined
): AsyncIterable<Uint8Array> {
	const found = new BlockHash();
	for (const { id } of pieces)
		for await (const chunk of await store().pieces.read({ upload, id })) {
			found.update(chunk);
			yield chunk;
		}
	if (hash !== undefined && hash !== found.digest()) throw new Problem('file-changed');
}
