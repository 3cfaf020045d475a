import { megabytes, ProvingGround } from '../tests/prove/placard.ts';
import { childrenOf } from '../tests/processes.ts';
import { manySent } from './many.ts';
import { cpuMilliseconds, cpuOfGone, descendantsOf, isPostgres, many, percentile } from './measure.ts';
import { startPlain } from './plain.ts';
import { asMarkdown, milliseconds, times, type Part } from './table.ts';
import { aLead, openCall, slug } from './world.ts';

/** `node bench/desk.ts JSON 30000`: what has that in its name, and as many. */
const [wanted = '', only = ''] = import.meta.main ? process.argv.slice(2) : [];
const sizes = only ? [Number(only)] : [300, 30_000];
const list = `/desk/programmes/${slug}/expressions`;
/** What staff ask for, the same of the foundation, and how often. */
type Asked = { name: string; path: string; before: string; count: (size: number) => number };
const often = (size: number) => (size > 1000 ? 20 : 40);
const seldom = (size: number) => (size > 1000 ? 2 : 10);
const asked: Asked[] = [
	{ name: 'list', path: list, before: '/list', count: often },
	{ name: 'search: a word', path: `${list}?q=leeds`, before: '/list?q=leeds', count: often },
	{ name: 'search: two words, mistyped', path: `${list}?q=leds+libaries`, before: '/list?q=leds+libaries', count: often }, // prettier-ignore
	{ name: 'export (CSV)', path: `${list}/list.csv`, before: '/csv', count: seldom },
	{ name: 'export (JSON)', path: `${list}/list.json`, before: '/json', count: seldom }
];

/** What the desk costs with so many applications, beside the foundation's way, on the same database in the same run. */
export async function desk(): Promise<Part> {
	const rows: Part['rows'] = [];
	for (const size of sizes) rows.push(...(await at(size)));
	return { ...words, rows };
}

const words = {
	title: 'The desk at 300 and at 30,000',
	how:
		'One at a time, over HTTP as a signed-in member of staff, from the request to the last byte; CPU of the server process, and of all of PostgreSQL beside it. ' +
		'The foundation read every answer of every application to list, count and search: its queries (as at commit 57e965c) on the same database in the same run, ' +
		'served by a bare Node without framework, session, frame or views, so that its own pages would have cost more; slips of the keyboard it did not know. ' +
		'Exports take everything along. The first of each is not counted. Copies of one application whose names, places and words differ.',
	head: ['what', 'applications', 'p50', 'p95', 'CPU', 'of PostgreSQL', 'the foundation: p95', 'CPU', 'of PostgreSQL', 'p95 beside it', 'all CPU beside it'] // prettier-ignore
};

async function at(size: number): Promise<Part['rows']> {
	const ground = await ProvingGround.make();
	const before = await startPlain(ground.url, 'bench/foundation-server.ts');
	try {
		const now = new Date();
		await openCall(ground, now);
		await manySent(ground, size, now);
		const { cookie } = await aLead(ground, now);
		const { address, child } = await ground.serve();
		const rows: Part['rows'] = [];
		for (const one of asked.filter(({ name }) => name.includes(wanted))) {
			const count = one.count(size);
			const ours = await cost(child.pid!, address + one.path, { cookie }, count);
			const theirs = one.before ? await cost(before.pid, before.address + one.before, {}, count) : undefined;
			const row = [one.name, size, ...shown(ours, theirs)];
			if (import.meta.main) console.log(row.join('  '));
			rows.push(row);
		}
		const held = `${megabytes(child.pid!, 'VmRSS')} MB, ${megabytes(child.pid!, 'VmHWM')} MB at most`;
		rows.push(['memory of the server after it', size, '', '', held, '', '', '', '', '', '']);
		return rows;
	} finally {
		await before.end();
		await ground.end();
	}
}

type Cost = { median: number; p95: number; cpu: number; database: number };

async function cost(pid: number, url: string, headers: Record<string, string>, count: number): Promise<Cost> {
	const waited: number[] = [];
	await once(url, headers);
	const before = [cpuMilliseconds(pid), databaseMilliseconds()] as const;
	await many(count, 1, async () => {
		const began = performance.now();
		await once(url, headers);
		waited.push(performance.now() - began);
	});
	return {
		median: percentile(waited, 0.5),
		p95: percentile(waited, 0.95),
		cpu: (cpuMilliseconds(pid) - before[0]) / count,
		database: (databaseMilliseconds() - before[1]) / count
	};
}

async function once(url: string, headers: Record<string, string>): Promise<void> {
	const response = await fetch(url, { headers: { accept: 'text/html', ...headers } });
	await response.arrayBuffer();
	if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
}

/** Of every process of the PostgreSQL that this run started, and of those that are gone. */
function databaseMilliseconds(): number {
	const all = childrenOf(process.pid).flatMap((child) => [child, ...descendantsOf(child)]);
	return all.filter(isPostgres).reduce((sum, pid) => sum + cpuMilliseconds(pid) + cpuOfGone(pid), 0);
}

function shown(ours: Cost, theirs: Cost | undefined): string[] {
	const own = [ours.median, ours.p95, ours.cpu, ours.database].map(milliseconds);
	if (!theirs) return [...own, '', '', '', '', ''];
	const ratio = (ours.cpu + ours.database) / (theirs.cpu + theirs.database);
	const other = [theirs.p95, theirs.cpu, theirs.database].map(milliseconds);
	return [...own, ...other, times(ours.p95 / theirs.p95), times(ratio)];
}

if (import.meta.main) console.log(asMarkdown(await desk()));
