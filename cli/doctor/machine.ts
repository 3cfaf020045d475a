import { access, constants, statfs } from 'node:fs/promises';
import path from 'node:path';
import { filesFolder, store } from '#server/files';
import { isBuilt } from '../../scripts/build.mjs';
import { fine, note, wrong, type Finding } from './finding.ts';

const megabyte = 1_000_000;

export function node(): Finding {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const says = `${process.version} (${process.execPath})`;
	if (major > 24 || (major === 24 && minor >= 12)) return fine('Node', says);
	return note(
		'Node',
		`${says}: it works, and Placard is tried with 24. Run \`npm ci\` to have that one in node_modules.`
	);
}

export function build(): Finding {
	return isBuilt()
		? fine('Build', 'made from these sources')
		: note('Build', 'not made from these sources: npm start makes it.');
}

/** The nearest folder that exists, since the data folder itself is made at the first start. */
export async function folder(about: string, wanted: string): Promise<Finding[]> {
	let nearest = wanted;
	while (!(await exists(nearest))) nearest = path.dirname(nearest);
	return [await writable(about, wanted, nearest), await room(about, nearest)];
}

async function writable(about: string, wanted: string, nearest: string): Promise<Finding> {
	const can = await access(nearest, constants.W_OK | constants.X_OK).then(
		() => true,
		() => false
	);
	if (!can)
		return wrong(
			about,
			`${nearest} cannot be written by this account. Give it to the account that runs Placard.`
		);
	return fine(about, wanted === nearest ? wanted : `${wanted}, made at the first start`);
}

async function room(about: string, where: string): Promise<Finding> {
	const { bavail, bsize } = await statfs(where);
	const free = bavail * bsize;
	const says = `${(free / megabyte / 1000).toFixed(1)} GB free`;
	if (free < 300 * megabyte)
		return wrong(
			`${about}: room`,
			`${says}. Placard stops taking anything in when the disk is full: free some now.`
		);
	if (free < 2000 * megabyte) return note(`${about}: room`, `${says}. Free some before it is needed.`);
	return fine(`${about}: room`, says);
}

function exists(place: string): Promise<boolean> {
	return access(place).then(
		() => true,
		() => false
	);
}

/** The store itself is asked, so that a wrong key or bucket shows here and not at the first upload. */
export async function files(): Promise<Finding[]> {
	if (!process.env['FILES_S3_ENDPOINT']) return folder('Files', filesFolder());
	try {
		await store().has('0'.repeat(64));
		return [fine('Files', `bucket ${process.env['FILES_S3_BUCKET']} at ${process.env['FILES_S3_ENDPOINT']}`)];
	} catch (error) {
		return [
			wrong(
				'Files',
				`the bucket does not answer as it should (${(error as Error).message}). Look at FILES_S3_….`
			)
		];
	}
}

/** A deadline is judged by this clock. */
export function clock(theirs: Date | undefined): Finding {
	const ours = new Date();
	if (ours.getUTCFullYear() < 2026)
		return wrong(
			'Clock',
			`says ${ours.toISOString()}. Set it, and keep it right with NTP: deadlines are judged by it.`
		);
	const apart = theirs ? Math.abs(ours.getTime() - theirs.getTime()) / 1000 : 0;
	if (apart > 2)
		return wrong(
			'Clock',
			`${apart.toFixed(0)} s apart from the database's. Keep both right with NTP: deadlines are judged by it.`
		);
	return fine('Clock', ours.toISOString());
}
