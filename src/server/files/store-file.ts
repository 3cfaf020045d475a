import type { Context } from '#server/use-case';
import { namesOf, type FileKind } from '#shared/file-kinds';
import { Problem } from '#shared/problem';
import { bePatient, findFilesOf, insertFile, takeTurns, type FileRow, type Owner } from './file.sql.ts';
import type { Box, PictureKind } from './image.ts';
import { hashOf, inMegabytes, withIncoming, type Source } from './incoming.ts';
import { kindOf } from './kind.ts';
import { madeSafe } from './made-safe.ts';
import { safeName } from './name.ts';
import { store } from './store.ts';
import { viewOf, type FileView } from './views.ts';

export type Limits = {
	/** Of one file. */
	bytes: number;
	/** Of everything that one owner has. */
	files?: number;
	total?: number;
};
export type Offer = {
	from: Source;
	/** As the person's machine calls it. */
	name: string;
	owner: Owner;
	allowed: readonly FileKind[];
	limits: Limits;
	/** Pictures are made no larger than this, and moving ones stand still. */
	fit?: Box;
	/** Pictures become this kind. */
	into?: PictureKind;
	/** Made by another Placard already: it stays as it is, if it is a picture and nothing else. */
	isMade?: boolean;
};

/**
 * Keeps a file in the transaction of the act that brings it. What it is is told from its bytes; pictures are made
 * anew without what the camera wrote into them. Refused files leave nothing behind, and neither does an act that fails.
 */
export async function storeFile(context: Context, offer: Offer): Promise<FileView & { picture?: Box }> {
	const { incoming } = store();
	await bePatient(context.db);
	return withIncoming(incoming, offer.from, offer.limits.bytes, async (place, size) => {
		const kind = await kindOf(place, size, offer.name);
		if (!kind || !offer.allowed.includes(kind))
			throw new Problem('file-kind', { allowed: namesOf(offer.allowed) });
		const { picture, ...made } = await madeSafe(kind, place, size, offer);
		const file = viewOf(await keep(context, offer, made));
		return picture ? { ...file, picture } : file;
	});
}

type Made = { place: string; size: number; kind: FileKind };

async function keep({ db, now }: Context, offer: Offer, { place, size, kind }: Made): Promise<FileRow> {
	const { owner } = offer;
	const sha256 = await hashOf(place);
	await takeTurns(db, 'owner', `${owner.kind}:${owner.id}`);
	mustFit(await findFilesOf(db, owner), size, offer.limits);
	await takeTurns(db, 'bytes', sha256);
	await store().put(place, sha256);
	return insertFile(db, { sha256, size, kind, name: safeName(offer.name, kind), owner, at: now });
}

function mustFit(there: FileRow[], size: number, { files = Infinity, total = Infinity }: Limits): void {
	if (there.length >= files) throw new Problem('file-too-many', { limit: files });
	const sum = there.reduce((bytes, file) => bytes + file.size, size);
	if (sum > total) throw new Problem('file-total', { limit: inMegabytes(total) });
}
