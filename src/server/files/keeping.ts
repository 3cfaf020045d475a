import { errand, type Context } from '#server/use-case';
import { inTransaction } from '#server/db';
import { findFile, findFilesOf, isNamed, purge, takeTurns, type Owner } from './file.sql.ts';
import { store } from './store.ts';
import { abandonUploadsOf } from './uploads/index.ts';
import { viewOf, type FileView } from './views.ts';

/** Every file of an owner, oldest first. Ask it inside a use case that has asked who may see the owner. */
export async function filesOf({ db }: Context, owner: Owner): Promise<FileView[]> {
	return (await findFilesOf(db, owner)).map(viewOf);
}

export type Bytes = { sha256: string; size: number; read: () => Promise<Uint8Array> };

/** The bytes of a file of an owner, and what they are known by wherever they go. Ask it as you ask `filesOf`. */
export async function bytesOf({ db }: Context, owner: Owner, id: string): Promise<Bytes | undefined> {
	const file = await findFile(db, id);
	if (file?.ownerKind !== owner.kind || file.ownerId !== owner.id) return undefined;
	const { sha256, size } = file;
	const read = async () => new Uint8Array(await new Response(await store().read(sha256)).arrayBuffer());
	return { sha256, size, read };
}

/** Deletes one file of an owner: its name and what it says at once, its bytes when the act is done. */
export async function purgeFile(context: Context, owner: Owner, id: string): Promise<void> {
	const file = await findFile(context.db, id);
	if (file?.ownerKind !== owner.kind || file.ownerId !== owner.id) return;
	const sha256 = await purge(context.db, id, context.now);
	if (sha256) await askToRemove(context, { sha256 });
}

/** Deletes all that an owner has, and what was still on its way. */
export async function purgeFilesOf(context: Context, owner: Owner): Promise<void> {
	await abandonUploadsOf(context, owner);
	for (const { id } of await findFilesOf(context.db, owner)) await purgeFile(context, owner, id);
}

/** Bytes go once the rows are gone for good; when another file has the same bytes, they stay. */
async function removeBytes({ sha256 }: { sha256?: unknown }): Promise<void> {
	if (typeof sha256 === 'string') await removeUnnamed(sha256);
}

const askToRemove = errand(removeBytes);

/** In turn with whoever stores the same bytes at this moment. */
export async function removeUnnamed(
	sha256: string,
	still = async () => Promise.resolve(true)
): Promise<boolean> {
	return inTransaction(async (db) => {
		await takeTurns(db, 'bytes', sha256);
		if ((await isNamed(db, sha256)) || !(await still())) return false;
		await store().remove(sha256);
		return true;
	});
}
