import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import {
	canEnter,
	canRun,
	isRoot,
	nobody,
	ourselves,
	ownerAccount,
	rootAsNobody,
	type Account
} from './account.ts';
import { reachableBinaries, type Binaries } from './binaries.ts';
import { DatabaseTrouble } from '../trouble.ts';

/** Where the database is, who runs it, and with which programs. */
export type Place = {
	/** What the caller knows it by; a link to `data` when that lies elsewhere. */
	readonly name: string;
	readonly data: string;
	readonly account: Account;
	readonly binaries: Binaries;
};

type Say = (line: string) => void;

/** The choice is made once, when the database is created, and kept in what is on the disk: its owner and its link. */
export function placeOf(folder: string, binaries: Binaries, say: Say): Place {
	mkdirSync(folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
	const name = path.join(realpathSync(folder), 'postgres');
	if (isDangling(name))
		throw new DatabaseTrouble(
			`${name} is a link to a database that is not there. Bring that back, or remove the link.`
		);
	const { data, account } = existsSync(name) ? asFound(name) : asNew(name, binaries, say);
	return {
		name,
		data,
		account,
		binaries: reachableBinaries(binaries, account, `${shelter(binaries.folder)}-programs`, say)
	};
}

function asFound(name: string): Pick<Place, 'data' | 'account'> {
	const data = realpathSync(name);
	return { data, account: ownerAccount(statSync(data)) };
}

function asNew(name: string, binaries: Binaries, say: Say): Pick<Place, 'data' | 'account'> {
	if (!isRoot()) return { data: name, account: ourselves() };
	const postgres = path.join(binaries.folder, 'postgres');
	if (canRun(nobody, postgres) && canEnter(nobody, path.dirname(name)))
		return { data: name, account: nobody };
	if (canRun(rootAsNobody, postgres)) return { data: name, account: rootAsNobody };
	const data = path.join(shelter(name), 'postgres');
	mkdirSync(path.dirname(data), { recursive: true, mode: 0o711 });
	say(
		`PostgreSQL does not run as root, and no other account can enter this folder: the database is kept in ${data}.`
	);
	return { data, account: nobody };
}

/** A folder outside the checkout, always the same for the same place. */
function shelter(of: string): string {
	return `/var/lib/placard-${createHash('sha256').update(of).digest('hex').slice(0, 12)}`;
}

function isDangling(name: string): boolean {
	return lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink() === true && !existsSync(name);
}
