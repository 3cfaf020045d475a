import { cpuMilliseconds, percentile } from './measure.ts';
import { startPlain, type PlainServer } from './plain.ts';
import { allOpen, lines, pressAll, send } from './press.ts';
import { onAnother, onOurOwn, type Stage } from './stages.ts';
import { milliseconds, times, type Part } from './table.ts';

const people = 50;
const rounds = 8;

/** Fifty people press "Save" at the same moment; after them fifty send a form to the plain server; and again. */
export async function saving(): Promise<Part> {
	const none = ['a second PostgreSQL', 'none on this machine', '', '', '', '', ''];
	const rows = [await onOurOwn(people, measure), (await onAnother(people, measure)) ?? none];
	return { ...words, rows };
}

const words = {
	title: 'Saving an answer',
	how:
		`${people} applicants send the same page at the same moment, ${rounds} times: from the request to the redirection, which comes when the answer is on the disk. ` +
		'Beside it, in the same run on the same database: a bare handler of Node that inserts one row in one transaction of the same pool.',
	head: ['PostgreSQL', 'median', 'p95', 'longest', 'CPU a save', 'plain p95', 'beside plain']
};

async function measure({ name, url, address, pid, applicants }: Stage): Promise<string[]> {
	const plain = await startPlain(url);
	try {
		await pressAll(await allOpen(address, applicants, 0));
		await pressAll(applicants.map(() => toPlain(plain)));
		const [ours, theirs, cpu] = [[] as number[], [] as number[], [] as number[]];
		for (let round = 1; round <= rounds; round++) {
			const ready = await allOpen(address, applicants, round);
			const before = cpuMilliseconds(pid);
			ours.push(...(await pressAll(ready)));
			cpu.push(cpuMilliseconds(pid) - before);
			theirs.push(...(await pressAll(applicants.map(() => toPlain(plain)))));
		}
		return [name, ...figuresOf(ours, theirs, cpu)];
	} finally {
		await plain.end();
	}
}

function figuresOf(ours: number[], theirs: number[], cpu: number[]): string[] {
	const [p95, plain95] = [percentile(ours, 0.95), percentile(theirs, 0.95)];
	const each = cpu.reduce((sum, one) => sum + one, 0) / (rounds * people);
	const waits = [percentile(ours, 0.5), p95, Math.max(...ours), each, plain95];
	return [...waits.map(milliseconds), times(p95 / plain95)];
}

function toPlain({ address }: PlainServer) {
	return () => send(address, '/', {}, [['community', lines(0)]]);
}
