import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * What must be read again but not by whoever has the database alone. The key is PLACARD_KEY, or a file that is made in
 * the data folder at first need; it is in no table and in no back-up. `about` is sealed in: what belongs to one person
 * does not open as another's.
 */
export async function seal(secret: Uint8Array, about: string): Promise<Buffer> {
	const iv = randomBytes(ivBytes);
	const cipher = createCipheriv(algorithm, await serverKey(), iv).setAAD(Buffer.from(about));
	const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Nothing when it was sealed with another key (a back-up restored elsewhere), about somebody else, or altered. */
export async function unseal(box: Buffer, about: string): Promise<Uint8Array | undefined> {
	if (box.length <= ivBytes + tagBytes) return undefined;
	const [iv, tag] = [box.subarray(0, ivBytes), box.subarray(ivBytes, ivBytes + tagBytes)];
	const decipher = createDecipheriv(algorithm, await serverKey(), iv, { authTagLength: tagBytes });
	decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
	try {
		return Buffer.concat([decipher.update(box.subarray(ivBytes + tagBytes)), decipher.final()]);
	} catch {
		return undefined;
	}
}

async function serverKey(): Promise<Buffer> {
	const text = process.env['PLACARD_KEY'] ?? (await keyInFolder(process.env['PLACARD_DATA'] ?? 'data'));
	if (text.trim().length < 32)
		throw new Error('PLACARD_KEY needs at least 32 characters. Make one with: openssl rand -base64 32');
	return createHash('sha256').update(text.trim()).digest();
}

async function keyInFolder(folder: string): Promise<string> {
	const file = path.join(folder, 'key');
	return readFile(file, 'utf8').catch(() => makeKey(folder, file));
}

/** Several processes may begin at once: the first key in its place is everybody's. */
async function makeKey(folder: string, file: string): Promise<string> {
	const ours = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await writeFile(ours, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
	await link(ours, file).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
	});
	await rm(ours);
	return readFile(file, 'utf8');
}
