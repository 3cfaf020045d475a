import { schedules } from '#server/use-case';
import { house } from '#shared/actor';
import { megabytes, ProvingGround } from '../tests/prove/placard.ts';
import { childrenOf } from '../tests/processes.ts';
import type { BareServer } from './bare-server.ts';
import { manySent } from './many.ts';
import { cpuMilliseconds, descendantsOf, isPostgres, many, percentile } from './measure.ts';
import { milliseconds, times, type Part } from './table.ts';
import { aLead, openCall, slug } from './world.ts';

const sizes = [300, 30_000];
const list = `/desk/programmes/${slug}/expressions`;
/** What staff ask for, how often it is asked, and for how many at most (a pack is printed). */
const asked: [name: string, path: string, count: number, most: number][] = [
	['list', list, 40, Infinity],
	['search: a word', `${list}?q=leeds`, 40, Infinity],
	['search: two words, mistyped', `${list}?q=leds+libaries`, 40, Infinity],
	['export (CSV)', `${list}/list.csv`, 3, Infinity],
	['pack to print (PDF)', `${list}/pack.pdf`, 2, 300]
];

/** What the desk costs with so many applications, beside the bare page of the foundation, in the same run. */
export async function desk(bare: BareServer): Promise<Part> {
	const plain = await cost(bare.child.pid!, `${bare.address}/`, {}, 300);
	const rows: Part['rows'] = [['bare template', '', ...shown(plain, plain.cpu)]];
	for (const size of sizes) rows.push(...(await at(size, plain.cpu)));
	return { ...words, rows };
}

const words = {
	title: 'The desk at 300 and at 30,000',
	how:
		'One at a time, from the request to the last byte, by the clock; CPU of the server process, and of PostgreSQL beside it. ' +
		'Export and pack take everything along. The first of each is not counted. Copies of one application whose names, places and words differ.',
	head: ['what', 'applications', 'median', 'p95', 'CPU', 'of PostgreSQL', 'CPU beside bare']
};

async function at(size: number, bare: number): Promise<Part['rows']> {
	const ground = await ProvingGround.make();
	try {
		const now = new Date();
		await openCall(ground, now);
		await manySent(ground, size, now);
		await makeCards(ground, now);
		const { cookie } = await aLead(ground, now);
		const { address, child } = await ground.serve();
		const rows: Part['rows'] = [];
		for (const [name, path, count] of asked.filter(([, , , most]) => size <= most))
			rows.push([name, size, ...shown(await cost(child.pid!, address + path, { cookie }, count), bare)]);
		rows.push([
			`memory of the server after it`,
			size,
			'',
			'',
			`${megabytes(child.pid!, 'VmRSS')} MB`,
			'',
			''
		]);
		return rows;
	} finally {
		await ground.end();
	}
}

/** As the clock would make them, which is how a Placard gets them that was restored without. */
async function makeCards(ground: ProvingGround, now: Date): Promise<void> {
	const keepWhole = schedules.find(({ name }) => name === 'keepCardsWhole')!;
	const cards = () =>
		ground.do(async (world) => {
			await keepWhole.run(world.as(house, now));
			const [row] = await world.db<{ count: number }[]>`select count(*)::int as count from programmes.card`;
			return row!.count;
		});
	for (let before = -1, made = await cards(); made > before; [before, made] = [made, await cards()]);
	await ground.do(({ db }) => db`analyze`);
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

/** Of every process of the PostgreSQL that this run started. */
function databaseMilliseconds(): number {
	const all = childrenOf(process.pid).flatMap((child) => [child, ...descendantsOf(child)]);
	return all.filter(isPostgres).reduce((sum, pid) => sum + cpuMilliseconds(pid), 0);
}

function shown({ median, p95, cpu, database }: Cost, bare: number): string[] {
	return [
		milliseconds(median),
		milliseconds(p95),
		milliseconds(cpu),
		milliseconds(database),
		times(cpu / bare)
	];
}
