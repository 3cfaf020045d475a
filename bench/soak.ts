// npm run soak: what the server holds under a steady load, minute after minute, and whether it grows. MINUTES, 60 by
// itself, of which the second half is judged; the last run of 60 or more stands in bench/RESULTS.md.
import { setTimeout as pause } from 'node:timers/promises';
import { joins } from '../tests/lived-in/people.ts';
import { megabytes, ProvingGround } from '../tests/prove/placard.ts';
import { manySent } from './many.ts';
import { machine, measured, writeSoak } from './results.ts';
import { acts, type Act, type House } from './soak/acts.ts';
import { heldAfterCollecting, inspected, type Held } from './soak/heap.ts';
import { openLetterBox, type LetterBox } from './soak/letter-box.ts';
import { asMarkdown, type Part } from './table.ts';
import { isFlat, trendOf } from './trend.ts';
import { aLead, drafts, openCall } from './world.ts';

type Sample = { minute: number; rss: number } & Held;
type Tally = { name: string; done: number; failed: string[] };

const minutes = Number(process.env['MINUTES'] ?? 60);
const apart = Math.min(60_000, (minutes * 60_000) / 10);

async function soak(): Promise<{ samples: Sample[]; tallies: Tally[]; letters: number }> {
	const letterBox = await openLetterBox();
	const ground = await ProvingGround.make();
	try {
		const env = { TRUST_PROXY: '1', SMTP_URL: letterBox.url, ...inspected };
		const { address, child, said } = await ground.serve(env);
		const house = await furnished(ground, address, letterBox);
		const load = underLoad(house);
		const samples: Sample[] = [];
		const began = performance.now();
		while (samples.length * apart < minutes * 60_000 + apart) {
			await pause(Math.max(0, began + samples.length * apart - performance.now()));
			const minute = (performance.now() - began) / 60_000;
			const held = await heldAfterCollecting(said.logged);
			samples.push({ minute, rss: megabytes(child.pid!, 'VmRSS'), ...held });
			console.log(lineOf(samples.at(-1)!).join('  '));
		}
		return { samples, tallies: await load.stop(), letters: letterBox.letters() };
	} finally {
		await ground.end();
		await letterBox.end();
	}
}

async function furnished(ground: ProvingGround, address: string, letterBox: LetterBox): Promise<House> {
	const now = new Date();
	await openCall(ground, now);
	await manySent(ground, 300, now);
	const applicants = await drafts(ground, 60, now);
	const { cookie: staff } = await aLead(ground, now);
	const people: string[] = [];
	await ground.do(async (world) => {
		for (let n = 0; n < 60; n++) people.push((await joins(world, now, { name: `Member ${n}` })).email);
	});
	return { address, applicants, staff, people, letterBox };
}

/** Each act in turn at its own pace, until told to stop. */
function underLoad(house: House): { stop: () => Promise<Tally[]> } {
	const end = new AbortController();
	const busy = acts.map((act) => goesOn(act, house, end.signal));
	return { stop: () => (end.abort(), Promise.all(busy)) };
}

async function goesOn({ name, everySeconds, run }: Act, house: House, end: AbortSignal): Promise<Tally> {
	const tally: Tally = { name, done: 0, failed: [] };
	for (let turn = 0; !end.aborted; turn++) {
		const next = performance.now() + everySeconds * 1000;
		await run(house, turn).then(
			() => tally.done++,
			(error: unknown) => tally.failed.push(String(error))
		);
		await pause(Math.max(0, next - performance.now()), undefined, { signal: end }).catch(() => undefined);
	}
	return tally;
}

/** The first half warms up: what is kept once is kept by then, and code is compiled. */
function trends(samples: Sample[]) {
	const second = samples.filter(({ minute }) => minute >= samples.at(-1)!.minute / 2);
	return (['heap', 'code', 'outside', 'rss'] as const).map((kind) => {
		const trend = trendOf(second.map((sample) => ({ minute: sample.minute, value: sample[kind] })));
		return { kind, trend, flat: isFlat(trend) };
	});
}

const fixed = (value: number) => value.toFixed(1);

function lineOf({ minute, heap, code, outside, rss }: Sample): string[] {
	return [fixed(minute), `${fixed(heap)} MB`, `${fixed(code)} MB`, `${fixed(outside)} MB`, `${rss} MB`];
}

function partOf({ samples, tallies, letters }: Awaited<ReturnType<typeof soak>>): Part {
	const did = tallies.map(({ name, done }) => `${name} ${done} times`).join(', ');
	const failed = tallies.flatMap((tally) => tally.failed);
	const words = trends(samples).map(
		({ kind, trend: { slope, low, high }, flat }) =>
			`${names[kind]} ${flat ? 'flat' : 'GROWS'}: ${fixed(slope)} MB an hour, and 19 times in 20 between ${fixed(low)} and ${fixed(high)}`
	);
	const every = Math.max(1, Math.ceil(samples.length / 16));
	return {
		title: `Memory over ${minutes} minutes`,
		how:
			`Written by \`MINUTES=${minutes} npm run soak\` at commit ${measured}, on ${machine()}. In ${minutes} minutes ${did}; ${letters} letters went out, ` +
			`and ${failed.length} requests failed. Each figure follows a full collection, asked for over Node’s inspector. ` +
			`Second half by least squares (flat: no growth is within the interval, or less than 1 MB an hour at its upper end): ${words.join('. ')}.`,
		head: ['minute', 'heap without code', 'compiled code', 'outside the heap', 'resident'],
		rows: samples.filter((_, index) => index % every === 0 || index === samples.length - 1).map(lineOf)
	};
}

const names = {
	heap: 'Heap without code',
	code: 'Compiled code',
	outside: 'Outside the heap',
	rss: 'Resident'
};

const outcome = await soak();
const part = partOf(outcome);
console.log(asMarkdown(part));
for (const { name, failed } of outcome.tallies)
	if (failed.length) console.log(`${name}: ${failed.length} failed, the first: ${failed[0]}`);
if (minutes >= 60) await writeSoak(part);
const isWell = outcome.tallies.every(({ failed }) => !failed.length);
// Resident memory follows the others and what the system gives back when; code is V8's.
const judged = trends(outcome.samples).filter(({ kind }) => kind === 'heap' || kind === 'outside');
process.exit(isWell && judged.every(({ flat }) => flat) ? 0 : 1);
