import type { Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { findFilesOf, takeTurns, type Owner } from '../file.sql.ts';
import { inMegabytes } from '../incoming.ts';
import type { Limits } from '../store-file.ts';
import { hoursKept, mostAtOnce, mostBytes, mostPieces } from './limits.ts';
import type { ReceivedPiece } from './pieces.ts';
import { askToClear } from './sweep.ts';
import {
	deleteUpload,
	findPiece,
	findSame,
	findUpload,
	findUploadsOf,
	insertPiece,
	insertUpload,
	lockUpload,
	type Place,
	type UploadRow
} from './upload.sql.ts';

export type Announced = Place & {
	/** As the person's machine calls it. */
	name: string;
	medium: string | null;
	/** Nothing while it is being recorded. */
	size: number | null;
	/** By which the browser knows the same file again. */
	fingerprint: string;
	limits: Limits;
};

/** What its owner may know of a file on its way. */
export type UploadView = {
	id: string;
	place: string;
	name: string;
	medium: string | null;
	size: number | null;
	received: number;
	most: number;
	until: Date;
};

/** Begins a file that comes in pieces, or goes on with the same one. Ask inside a use case who may. */
export async function beginUpload({ db, now }: Context, announced: Announced): Promise<UploadView> {
	const { owner, size, limits } = announced;
	const most = Math.min(limits.bytes, mostBytes());
	if (size === 0) throw new Problem('file-empty');
	if ((size ?? 0) > most) throw new Problem('file-too-large', { limit: inMegabytes(most) });
	await takeTurns(db, 'owner', `${owner.kind}:${owner.id}`);
	const upload = { ...announced, name: shortName(announced.name), most, now };
	const same = size === null ? undefined : await findSame(db, upload);
	if (same) return viewOfUpload(same);
	await mustHaveRoom({ db, now } as Context, owner, size ?? 0, limits);
	return viewOfUpload(await insertUpload(db, upload));
}

async function mustHaveRoom({ db }: Context, owner: Owner, size: number, { total = Infinity }: Limits) {
	const there = await findUploadsOf(db, owner);
	if (there.length >= mostAtOnce) throw new Problem('upload-too-many', { limit: mostAtOnce });
	const kept = (await findFilesOf(db, owner)).map((file) => file.size);
	const coming = there.map((one) => one.size ?? one.received);
	const sum = [...kept, ...coming, size].reduce((bytes, one) => bytes + one, 0);
	if (sum > total) throw new Problem('file-total', { limit: inMegabytes(total) });
}

export async function uploadsOf({ db }: Context, owner: Owner): Promise<UploadView[]> {
	return (await findUploadsOf(db, owner)).map(viewOfUpload);
}

/** One that is another's is not there. */
export async function uploadOf({ db }: Context, owner: Owner, id: string): Promise<UploadView> {
	const upload = await findUpload(db, owner, id);
	if (!upload) throw new Problem('not-found');
	return viewOfUpload(upload);
}

/**
 * A piece that lies in the store becomes part of the file. The same piece again changes nothing, also when two bring
 * it at the same moment; one that does not join is refused with how far the file is.
 */
export async function addPiece(
	{ db, now }: Context,
	owner: Owner,
	id: string,
	{ at, ...piece }: ReceivedPiece & { at: number }
): Promise<UploadView & { isNew: boolean }> {
	const upload = await lockUpload(db, owner, id);
	if (!upload) throw new Problem('not-found');
	if (at !== upload.received) return { ...(await already(db, upload, { at, ...piece })), isNew: false };
	mustFit(upload, piece.size);
	const last = upload.size === upload.received + piece.size;
	if (!last && upload.received / piece.size > mostPieces) throw new Problem('upload-too-small-pieces');
	await insertPiece(db, id, { at, ...piece }, now);
	return {
		...viewOfUpload({ ...upload, received: upload.received + piece.size, changedAt: now }),
		isNew: true
	};
}

async function already(
	db: Context['db'],
	upload: UploadRow,
	{ at, size, sha256 }: ReceivedPiece & { at: number }
): Promise<UploadView> {
	const there = await findPiece(db, upload.id, at);
	if (there?.size === size && there.sha256 === sha256) return viewOfUpload(upload);
	throw new Problem('upload-elsewhere', { received: upload.received });
}

function mustFit({ size, most, received }: UploadRow, more: number): void {
	if (received + more > (size ?? most))
		throw new Problem('file-too-large', { limit: inMegabytes(size ?? most) });
}

/** Gives it up: nothing of it stays. */
export async function abandonUpload(context: Context, owner: Owner, id: string): Promise<void> {
	const upload = await lockUpload(context.db, owner, id);
	if (!upload) throw new Problem('not-found');
	await forgetUpload(context, id);
}

export async function abandonUploadsOf(context: Context, owner: Owner): Promise<void> {
	for (const { id } of await findUploadsOf(context.db, owner)) await forgetUpload(context, id);
}

/** The row at once; its pieces when the act is done. */
export async function forgetUpload(context: Context, id: string): Promise<void> {
	await deleteUpload(context.db, id);
	await askToClear(context, { upload: id });
}

export function viewOfUpload({ changedAt, ...row }: UploadRow): UploadView {
	const { id, place, name, medium, size, received, most } = row;
	const until = new Date(changedAt.getTime() + hoursKept * 3_600_000);
	return { id, place, name, medium, size, received, most, until };
}

function shortName(name: string): string {
	return [...name].slice(-200).join('').slice(-200).toWellFormed() || 'file';
}
