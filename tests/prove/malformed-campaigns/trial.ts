import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zip } from '../malformed-files/zip.ts';
import type { Chance } from '../chance.ts';
import type { Files } from './samples.ts';

/** What stands in a folder at a name: bytes, what it points at, a pipe that nobody writes to, or another folder. */
export type Place = Buffer | { link: string } | 'pipe' | 'folder';
/** What is handed in, and what must become of it; `any`: either, as long as it is said in a sentence. */
export type Trial = {
	from: Buffer | Map<string, Place> | 'nothing';
	then: 'taken' | 'refused' | 'any';
	args?: string[];
};

export type Maker = (chance: Chance) => Trial;

export function zipped(files: Files, then: Trial['then']): Trial {
	return { from: zip([...files].map(([name, content]) => ({ name, content }))), then };
}

export function folder(files: Files, then: Trial['then'], more: [string, Place][] = []): Trial {
	const places = [...files].map(([name, content]): [string, Place] => [name, Buffer.from(content)]);
	return { from: new Map([...places, ...more]), then };
}

/** Puts it where the command finds it. */
export async function handIn(at: string, from: Trial['from']): Promise<void> {
	await rm(at, { recursive: true, force: true });
	if (from === 'nothing') return;
	if (!(from instanceof Map)) return writeFile(at, from);
	await mkdir(at);
	for (const [name, place] of from) await putOne(path.join(at, name), place);
}

async function putOne(at: string, place: Place): Promise<void> {
	await mkdir(path.dirname(at), { recursive: true });
	if (place === 'folder') await mkdir(at, { recursive: true });
	else if (place === 'pipe') execFileSync('mkfifo', [at]);
	else if ('link' in place) await symlink(place.link, at);
	else await writeFile(at, place);
}
