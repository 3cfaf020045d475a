import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kill, processesIn } from './processes.ts';

/**
 * From now on everything temporary of this process and of those that it starts lies in one folder, which goes when the
 * process does, with whatever still runs in it: also when a run is told to stop halfway, and nobody's `finally` is reached.
 */
export function keepTogether(): void {
	const folder = mkdtempSync(path.join(tmpdir(), 'placard-run-'));
	process.env['TMPDIR'] = folder;
	process.once('exit', () => {
		for (const pid of processesIn(folder)) kill(pid);
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	});
}
