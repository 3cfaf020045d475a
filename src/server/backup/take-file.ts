import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { store } from '#server/files';
import { damaged, type Entry } from './archive.ts';
import { Measure } from './content.ts';
import type { File } from './manifest.ts';

/** Puts the bytes into the store; says whether they are new there. */
export async function takeFile({ sha256 }: File, content: Entry): Promise<boolean> {
	const files = store();
	const place = path.join(files.incoming, randomUUID());
	await mkdir(files.incoming, { recursive: true, mode: 0o700 });
	try {
		const measure = new Measure();
		await pipeline(content, measure, createWriteStream(place, { mode: 0o600 }));
		if (measure.result().sha256 !== sha256) throw damaged(`files/${sha256}`);
		const isNew = !(await files.has(sha256));
		await files.put(place, sha256);
		return isNew;
	} finally {
		await rm(place, { force: true });
	}
}
