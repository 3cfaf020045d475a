import { DatabaseTrouble } from '../trouble.ts';

/** What passes by itself: another process is just starting or stopping in the same folder. */
export function isPassing(log: string): boolean {
	return /lock file .* (already exists|is empty)|is still in use|could not (create|open) lock file .*File exists/.test(
		log
	);
}

/** What Node says of a folder that cannot be used, in the same words; anything else stays the bug that it is. */
export function explainFolder(error: unknown, folder: string): unknown {
	const { code = '', message } = error as NodeJS.ErrnoException;
	return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(code) ? explain(message, folder) : error;
}

/** From what PostgreSQL wrote before it gave up. Its messages are English: it runs with LC_ALL=C. */
export function explain(log: string, folder: string): DatabaseTrouble {
	const known = sentences.find(([pattern]) => pattern.test(log));
	if (known) return new DatabaseTrouble(known[1](folder));
	const last = log.trim().split('\n').slice(-3).join(' / ');
	return new DatabaseTrouble(`PostgreSQL does not start on ${folder}: ${last || 'it gave no reason'}`);
}

const sentences: readonly (readonly [RegExp, (folder: string) => string])[] = [
	[/no space left on device|disk quota exceeded/i, (folder) =>
		`The disk that holds ${folder} is full. Free some space and start again: nothing that was acknowledged is lost.`],
	[/read-only file system/i, (folder) =>
		`${folder} lies on a disk that is mounted read-only. Mount it writable, or choose another folder with --data DIR.`],
	[/not compatible with this version|incompatible with server/, otherVersion],
	[/has wrong ownership/, (folder) =>
		`${folder} belongs to another account. Run Placard as the account that owns it, or as root.`],
	[/permission denied|operation not permitted|could not access directory|invalid permissions/i, (folder) =>
		`${folder} cannot be read and written by the account that runs PostgreSQL. Give it to that account, or choose another folder with --data DIR.`],
	[/error while loading shared libraries/, () =>
		`The libraries of PostgreSQL are not in place. Run \`node scripts/install.mjs\` in the Placard folder.`],
	[/could not look up effective user ID/, () =>
		`The account that owns the database folder has no name on this machine (no line in /etc/passwd). Add one, or give the folder to another account.`]
]; // prettier-ignore

export function otherVersion(folder: string, made = 'another version', ours = 'its own version'): string {
	return (
		`The database in ${folder} was made by PostgreSQL ${made}, and this Placard carries ${ours}. ` +
		`Make a back-up with the Placard that made it (./placard backup FILE), then restore that into an empty folder here.`
	);
}
