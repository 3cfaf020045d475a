import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

const canary = 'src/shared/canary.ts';

/** Plants an error and asks the type checker: one that finds nothing wrong with it finds nothing at all. */
export function typeCheckerIsAwake(command: string[]): boolean {
	writeFileSync(canary, "export const planted: number = 'not a number';\n");
	try {
		const { status, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' });
		return status !== 0 && stdout.includes('canary.ts');
	} finally {
		rmSync(canary, { force: true });
	}
}
