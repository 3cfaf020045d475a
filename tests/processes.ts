import { existsSync, readdirSync, readFileSync } from 'node:fs';

export function kill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

export function childrenOf(parent: number): number[] {
	return processes()
		.filter(({ ppid }) => ppid === parent)
		.map(({ pid }) => pid);
}

/** Those whose command names a folder of ours, and what they started: initdb, the server, a backend under bootstrap. */
export function processesIn(folder: string): number[] {
	const named = processes().filter(({ command }) => command.includes(folder));
	return named.flatMap(({ pid }) => [pid, ...childrenOf(pid)]);
}

type Process = { pid: number; ppid: number; command: string };

/** Only Linux tells. */
function processes(): Process[] {
	if (!existsSync('/proc')) return [];
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
				const ppid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
				return [{ pid: Number(name), ppid, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
			} catch {
				return [];
			}
		});
}
