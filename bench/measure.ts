import { readFileSync } from 'node:fs';
import { childrenOf } from '../tests/processes.ts';

/** proc(5): user and system time of a process, in hundredths of a second on every Linux that we know. */
export function cpuMilliseconds(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const [user, system] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13);
	return (Number(user) + Number(system)) * 10;
}

/** The same of children that it has outlived: a PostgreSQL starts one for each connection. */
export function cpuOfGone(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const [user, system] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(13, 15);
	return (Number(user) + Number(system)) * 10;
}

/** What a process started, and what that started. */
export function descendantsOf(pid: number): number[] {
	return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

export function isPostgres(pid: number): boolean {
	return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
}

/** What processes hold between them, in megabytes, shared pages counted once (the sum of Pss). */
export function shareOf(pids: number[]): number {
	const kilobytes = pids.map((pid) =>
		Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1])
	);
	return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

export function percentile(values: number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

/** Does one thing `count` times, never more than `atOnce` at a time. */
export async function many(count: number, atOnce: number, act: (number: number) => Promise<void>) {
	let next = 0;
	const worker = async () => {
		while (next < count) await act(next++);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
