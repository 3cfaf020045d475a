import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { megabytes, ProvingGround } from '../tests/prove/placard.ts';
import type { Phone } from '../tests/prove/room/phone.ts';
import { aWorkshop, ends } from '../tests/prove/room/workshop.ts';
import { cpuMilliseconds, percentile } from './measure.ts';
import { startPlain, type PlainServer } from './plain.ts';
import { milliseconds, times, type Part } from './table.ts';

/** How many people, and how many notes they write in a second between them. */
const crowds = [
	{ people: 10, pace: 2 },
	{ people: 60, pace: 5 },
	{ people: 200, pace: 10 }
];
const long = 12_000;

const words = {
	title: 'A live room',
	how:
		`Phones in one room, each with a stream of its own; notes come one after another for ${long / 1000} s at the pace that the table says. From the moment a note is sent ` +
		'to the moment a phone has it, over every note and every phone. Beside it, in the same run: a bare handler of Node that writes the same words to as many streams, without a database. ' +
		'The phones are read by the process that measures, on the same two cores. CPU is that of the server’s process for each note; memory what it held at the end.',
	head: ['people', 'notes a second', 'median', 'p95', 'longest', 'lost', 'CPU a note', 'memory', 'bare p95', 'p95 beside bare'] // prettier-ignore
};

/** From a note that is sent to everybody who has it. */
export async function rooms(): Promise<Part> {
	const ground = await ProvingGround.make();
	const bare = await startPlain(ground.url, 'bench/fan-out-server.ts');
	try {
		const { address, child } = await ground.serve({ LOG_LEVEL: 'fatal', TRUST_PROXY: '1' });
		const rows: string[][] = [];
		for (const crowd of crowds) rows.push(await measure(ground, { address, pid: child.pid! }, bare, crowd));
		return { ...words, rows };
	} finally {
		await bare.end();
		await ground.end();
	}
}

async function measure(
	ground: ProvingGround,
	{ address, pid }: { address: string; pid: number },
	bare: PlainServer,
	{ people, pace }: (typeof crowds)[number]
): Promise<string[]> {
	const workshop = await aWorkshop(ground, people, () => () => address);
	const { phones } = workshop;
	for (const phone of phones) phone.connect();
	await pause(2000);
	// The first notes make what is made once.
	await Promise.all(phones.slice(0, 3).map((phone) => phone.write('Before.')));
	await pause(500);
	const before = cpuMilliseconds(pid);
	const sent = await inTurn(pace, (number) => sends(phones[number % people]!, number));
	await pause(1500);
	const cpu = (cpuMilliseconds(pid) - before) / sent.length;
	const waits = sent.flatMap(({ id, at }) => phones.flatMap((phone) => waitOf(phone, id, at)));
	const lost = sent.length * people - waits.length;
	const memory = megabytes(pid, 'VmRSS');
	await ends(ground, workshop);
	const theirs = percentile(await bareWaits(bare, people, pace), 0.95);
	const p95 = percentile(waits, 0.95);
	return [
		String(people),
		String(pace),
		...[percentile(waits, 0.5), p95, Math.max(...waits)].map(milliseconds),
		String(lost),
		milliseconds(cpu),
		`${memory} MB`,
		milliseconds(theirs),
		times(p95 / theirs)
	];
}

type Sent = { id: string; at: number };

/** At an even pace, whether the one before is done or not, as people write. */
async function inTurn<T>(pace: number, send: (number: number) => Promise<T>): Promise<T[]> {
	const all: Promise<T>[] = [];
	const count = (long / 1000) * pace;
	const began = performance.now();
	while (all.length < count) {
		await pause(Math.max(0, began + (all.length * 1000) / pace - performance.now()));
		all.push(send(all.length));
	}
	return Promise.all(all);
}

async function sends(phone: Phone, number: number): Promise<Sent> {
	const at = performance.now();
	return { id: await phone.write(`Note ${number}: renters who wait for repairs.`), at };
}

function waitOf({ cameAt }: Phone, id: string, at: number): number[] {
	const came = cameAt.get(id);
	return came === undefined ? [] : [came - at];
}

async function bareWaits(bare: PlainServer, people: number, pace: number): Promise<number[]> {
	const stop = new AbortController();
	const came: Map<string, number>[] = [];
	for (let number = 0; number < people; number++) came.push(listenTo(bare, stop.signal));
	await pause(1000);
	const sent = await inTurn(pace, async (): Promise<Sent> => {
		const [id, at] = [randomUUID(), performance.now()];
		await (await fetch(bare.address, { method: 'POST', body: id })).arrayBuffer();
		return { id, at };
	});
	await pause(500);
	stop.abort();
	return sent.flatMap(({ id, at }) => came.flatMap((one) => (one.has(id) ? [one.get(id)! - at] : [])));
}

function listenTo({ address }: PlainServer, signal: AbortSignal): Map<string, number> {
	const came = new Map<string, number>();
	const read = async () => {
		const { body } = await fetch(address, { signal });
		for await (const piece of body!.pipeThrough(new TextDecoderStream()))
			for (const [, id] of piece.matchAll(/data: (\S+)/g)) came.set(id!, performance.now());
	};
	void read().catch(() => undefined);
	return came;
}
