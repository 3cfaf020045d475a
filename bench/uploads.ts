import { bringAll, Bringing, film } from '../tests/bringing.ts';
import { megabytes, ProvingGround } from '../tests/prove/placard.ts';
import { cpuMilliseconds, percentile } from './measure.ts';
import { asMarkdown, milliseconds, seconds, type Part } from './table.ts';
import { drafts, openCall } from './world.ts';

const people = 10;
const size = 90_000_000;

/** Recordings that many people bring at the same moment, in pieces: how long it takes, and what the server holds. */
export async function uploads(): Promise<Part> {
	const ground = await ProvingGround.make();
	try {
		const now = new Date();
		await openCall(ground, now);
		const applicants = await drafts(ground, people, now);
		const { address, child } = await ground.serve({ TRUST_PROXY: '1' });
		const pid = child.pid!;
		const recording = film(size);
		const bring = async (number: number, whole: Buffer) => {
			const began = performance.now();
			const { reference, cookie } = applicants[number]!;
			const heads = { name: `${whole.length}.webm`, cookie, 'x-forwarded-for': `10.0.0.${number + 1}` };
			await bringAll(new Bringing(() => address, reference, heads), whole);
			return performance.now() - began;
		};
		await bring(0, film(1_000_000));
		const [before, cpu] = [megabytes(pid, 'VmRSS'), cpuMilliseconds(pid)];
		const waits = await Promise.all(applicants.map((_, number) => bring(number, recording)));
		const spent = (cpuMilliseconds(pid) - cpu) / people;
		const held = [before, megabytes(pid, 'VmHWM'), megabytes(pid, 'VmRSS')].map((one) => `${one} MB`);
		return {
			...words,
			rows: [[...held, seconds(percentile(waits, 0.5)), seconds(Math.max(...waits)), milliseconds(spent)]]
		};
	} finally {
		await ground.end();
	}
}

const words = {
	title: 'Ten recordings of 90 MB at once',
	how: 'In pieces of 4 MB, each with its checksum; from the first request until it is said that the recording is kept. Other machines are not measured: it comes over the loop of this one.',
	head: ['resident before', 'at most', 'after', 'median', 'longest', 'CPU a recording']
};

if (import.meta.main) console.log(asMarkdown(await uploads()));
