import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { pictures } from '#shared/file-kinds';
import { Problem } from '#shared/problem';

/** No cache between pictures, one thread each: memory stays bounded, and so does the share of the machine. */
sharp.cache(false);
sharp.concurrency(1);

/** 64 million points: the largest that telephones make. Moving pictures count every frame. */
const points = 64_000_000;
const sides = 20_000;
const frames = 200;
/** A3 at 300 points an inch. To turn a larger picture in memory would take more than a small server has. */
const kept = { width: 5000, height: 5000 };

export type PictureKind = (typeof pictures)[number];
export type Box = { width: number; height: number };

/**
 * Makes the picture anew: turned as it was held, in common colours, without place, time, camera or anything appended.
 * No larger than what we keep; `fit`: no larger than this box, and standing still.
 * `into`: as this kind, on white where it was clear.
 */
export async function remake(
	kind: PictureKind,
	place: string,
	{ fit, into = kind }: { fit?: Box; into?: PictureKind } = {}
): Promise<{ place: string; size: number; kind: PictureKind; picture: Box }> {
	return inTurn(async () => {
		const whole = await opened(kind, place, !fit && into === kind);
		const shaped = whole.resize({ ...(fit ?? kept), fit: 'inside', withoutEnlargement: true });
		const made = `${place}.out`;
		const picture = await written(into, shaped, made);
		return { place: made, size: (await stat(made)).size, kind: into, picture };
	});
}

async function opened(kind: PictureKind, place: string, moving: boolean): Promise<Sharp> {
	const animated = moving && kind === 'webp';
	const options = { limitInputPixels: points, failOn: 'warning', animated } as const;
	const { format, width, height, pages = 1, pageHeight = height } = await about(sharp(place, options));
	if (format !== kind) throw new Problem('file-damaged');
	const large = width > sides || pageHeight > sides || width * height > points;
	if (large || pages > frames) throw new Problem('file-too-many-points');
	return sharp(place, { ...options, sequentialRead: true })
		.autoOrient()
		.timeout({ seconds: 20 });
}

async function about(picture: Sharp) {
	return picture.metadata().catch(refuse);
}

async function written(kind: PictureKind, picture: Sharp, to: string): Promise<Box> {
	const shaped = {
		jpeg: () => picture.flatten({ background: '#fff' }).jpeg({ quality: 85 }),
		png: () => picture.png(),
		webp: () => picture.webp({ quality: 85 })
	}[kind]();
	const { width, height } = await shaped.toFile(to).catch((error: unknown) => blame(error, to));
	return { width, height };
}

function refuse(error: unknown): never {
	const large = /pixel limit|exceeds/i.test(String((error as Error).message));
	throw new Problem(large ? 'file-too-many-points' : 'file-damaged');
}

/** libvips says "unable to write" both of a picture that breaks off and of a full disk; the disk itself knows. */
async function blame(error: unknown, to: string): Promise<never> {
	const { bavail, bsize } = await statfs(path.dirname(to));
	if (bavail * bsize < 1 << 20) throw new Problem('no-room', { cause: 'picture' });
	return refuse(error);
}

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time in this process: each may need some hundred megabytes. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const mine = last.then(work, work);
	last = mine.catch(() => undefined);
	return mine;
}
