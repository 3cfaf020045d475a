import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of so many megabytes. Only who administers the machine can have one mounted. */
export class SmallDisk {
	readonly folder: string;
	readonly #ballast: string;

	private constructor(folder: string) {
		this.folder = folder;
		this.#ballast = path.join(folder, 'ballast');
	}

	static mount(megabytes: number): SmallDisk | undefined {
		const folder = mkdtempSync(path.join(tmpdir(), 'placard-small-disk-'));
		const how = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
		try {
			execFileSync('mount', how, { stdio: 'ignore' });
			return new SmallDisk(folder);
		} catch {
			rmdirSync(folder);
			return undefined;
		}
	}

	/** Takes every byte that is left. */
	fill(): void {
		const file = openSync(this.#ballast, 'a');
		try {
			for (const piece = Buffer.alloc(65_536, 1); writeSync(file, piece) > 0;);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
		} finally {
			closeSync(file);
		}
	}

	makeRoom(): void {
		rmSync(this.#ballast, { force: true });
	}

	unmount(): void {
		execFileSync('umount', [this.folder]);
		rmdirSync(this.folder);
	}
}
