import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { askForPack, exportExpressions, readExportPart, showPack } from '#areas/programmes/server';
import { startJobs } from '#server/jobs';
import type { Actor } from '#shared/actor';
import { packParts } from '../src/areas/programmes/caseload/ui/pack-pdf.ts';
import { ProvingGround } from '../tests/prove/placard.ts';
import { joins } from '../tests/lived-in/people.ts';
import { manySent } from './many.ts';
import { asMarkdown, milliseconds, seconds, type Part } from './table.ts';
import { openCall, slug } from './world.ts';

const size = 300;
const rounds = 3;

/** A pack of three hundred as it was made, in the turns of the server, beside a job's thread: in turn, in one process. */
export async function pack(): Promise<Part> {
	const ground = await ProvingGround.make();
	const stop = await settle(ground);
	try {
		const mair = await aMember(ground);
		await byTheServer(mair);
		await byTheJob(mair);
		const rows: Part['rows'] = [];
		for (let round = 0; round < rounds; round++)
			rows.push(await measured('in the turns of the server', () => byTheServer(mair)), await measured('as a job', () => byTheJob(mair))); // prettier-ignore
		rows.push(await measured('nothing at all', () => wait(5000)));
		return { ...words, rows };
	} finally {
		await stop();
		await ground.end();
	}
}

const words = {
	title: `A pack of ${size} to print`,
	how:
		'The old way and the new in one process, in turn, on the same database: until the file is whole. The job is asked for, waits for its second, starts its thread and ' +
		'stores the file. Longest turn: the most CPU that the main thread, on which everybody is served, took before anybody else had a turn. Longest wait: the same by the clock ' +
		'(monitorEventLoopDelay, 1 ms), in which is what others did on the machine; the last row says how long that is while nothing at all is done. CPU is of the whole process.',
	head: ['how', 'until it is ready', 'CPU', 'longest turn', 'longest wait', '99th of 100 waits']
};

async function settle(ground: ProvingGround): Promise<() => Promise<void>> {
	const now = new Date();
	await openCall(ground, now);
	await manySent(ground, size, now);
	return startJobs(ground.url);
}

async function aMember(ground: ProvingGround): Promise<Actor> {
	const { id } = await ground.do((world) => joins(world, new Date(), { name: 'Mair', roles: ['lead'] }));
	return { kind: 'person', id, assurance: 2, roles: ['lead'] };
}

async function byTheServer(actor: Actor): Promise<void> {
	const file = await exportExpressions(actor, { slug, as: 'pdf' });
	const parts: Uint8Array[] = [];
	for await (const part of packParts(file, (ids) => readExportPart(actor, { slug, ids }))) parts.push(part);
}

async function byTheJob(actor: Actor): Promise<void> {
	const { pack } = await askForPack(actor, { slug });
	for (;;) {
		await wait(100);
		const { state } = await showPack(actor, { slug, pack });
		if (state === 'ready') return;
		if (state === 'failed') throw new Error('The pack failed');
	}
}

async function measured(how: string, work: () => Promise<void>): Promise<Part['rows'][number]> {
	const waits = monitorEventLoopDelay({ resolution: 1 });
	const [began, cpu] = [performance.now(), process.cpuUsage()];
	const turns = longestTurn();
	waits.enable();
	await work();
	waits.disable();
	const { user, system } = process.cpuUsage(cpu);
	const longest = milliseconds(waits.max / 1e6);
	const mostly = milliseconds(waits.percentile(99) / 1e6);
	const own = milliseconds(turns.end());
	return [how, seconds(performance.now() - began), seconds((user + system) / 1000), own, longest, mostly];
}

/** The most that the main thread worked between two looks, in its own CPU: what others do on the machine is not in it. */
function longestTurn(): { end: () => number } {
	let [before, most] = [process.threadCpuUsage(), 0];
	const timer = setInterval(() => {
		const { user, system } = process.threadCpuUsage(before);
		before = process.threadCpuUsage();
		most = Math.max(most, (user + system) / 1000);
	}, 1);
	return { end: () => (clearInterval(timer), most) };
}

if (import.meta.main) console.log(asMarkdown(await pack()));
