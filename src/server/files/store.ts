import path from 'node:path';
import { localStore } from './local-store.ts';
import { s3Store, type Bucket } from './s3-store.ts';

export type Range = { start: number; end: number };
export type Stored = { sha256: string; changedAt: Date };

/** Where bytes lie, under their SHA-256. Two stores: a folder, and a bucket that speaks S3. */
export type Store = {
	/** Takes the bytes of a finished file. Putting the same again only renews its date. */
	put: (place: string, sha256: string) => Promise<void>;
	has: (sha256: string) => Promise<boolean>;
	/** The bytes, or those of a range (both ends included), as they are read. */
	read: (sha256: string, range?: Range) => Promise<ReadableStream<Uint8Array>>;
	/** When they were last put; nothing if they are not there. */
	changedAt: (sha256: string) => Promise<Date | undefined>;
	remove: (sha256: string) => Promise<void>;
	list: () => AsyncIterable<Stored>;
	/** Where files wait while they are looked at. */
	incoming: string;
	/** Parts of files that are still on their way. */
	pieces: Pieces;
};

/** Which piece of which upload: both are ids that we made. */
export type PieceName = { upload: string; id: string };
export type Pieces = {
	/** Once this is done the bytes stay, whatever happens to the server. */
	put: (place: string, piece: PieceName & { sha256: string }) => Promise<void>;
	read: (piece: PieceName) => Promise<ReadableStream<Uint8Array>>;
	remove: (piece: PieceName) => Promise<void>;
	/** Everything of one upload. */
	clear: (upload: string) => Promise<void>;
	list: () => AsyncIterable<PieceName & { changedAt: Date }>;
};

/** FILES_DIR, or the folder `files` in the data folder. */
export function filesFolder(): string {
	return path.resolve(process.env['FILES_DIR'] ?? path.join(process.env['PLACARD_DATA'] ?? 'data', 'files'));
}

/** The store that the environment asks for. Asked each time, so that nothing is remembered of another one. */
export function store(): Store {
	const bucket = bucketFromEnvironment();
	return bucket ? s3Store(bucket) : localStore(filesFolder());
}

/** Do files lie in a bucket that somebody else keeps? */
export function liesElsewhere(): boolean {
	return bucketFromEnvironment() !== undefined;
}

/** FILES_S3_ENDPOINT, _BUCKET, _REGION, _KEY_ID and _SECRET: all of them, or a folder it is. */
function bucketFromEnvironment(): Bucket | undefined {
	const given = (name: string) => process.env[`FILES_S3_${name}`] ?? '';
	const [endpoint, bucket, keyId, secret] = ['ENDPOINT', 'BUCKET', 'KEY_ID', 'SECRET'].map(given) as [
		string, string, string, string
	]; // prettier-ignore
	if (!endpoint) return undefined;
	if (!bucket || !keyId || !secret)
		throw new Error(
			'FILES_S3_ENDPOINT is set, so FILES_S3_BUCKET, FILES_S3_KEY_ID and FILES_S3_SECRET are needed too'
		);
	return { endpoint, bucket, keyId, secret, region: given('REGION') || 'us-east-1' };
}
