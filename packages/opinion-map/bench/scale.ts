// One large conversation in a process of its own, worked out in the thread: figures as JSON on standard output.
import { MapWorker } from '../worker.ts';
import { madeUpColumns } from './made-up.ts';

const [people, statements, votes] = [20_000, 2_000, 2_000_000];
const columns = madeUpColumns(people, statements, votes);

/** The longest turn of this thread's event loop, in its own processor time: what others in this process would wait. */
function watch() {
	let before = process.threadCpuUsage();
	let longest = 0;
	const look = () => {
		const { user, system } = process.threadCpuUsage(before);
		longest = Math.max(longest, (user + system) / 1000);
		before = process.threadCpuUsage();
	};
	const timer = setInterval(look, 1);
	/** The turn in which the report arrived counts too. */
	return () => {
		look();
		clearInterval(timer);
		return longest;
	};
}

const worker = new MapWorker();
const analyse = async () => {
	const [began, cpu] = [performance.now(), process.cpuUsage()];
	const longest = watch();
	const report = await worker.analyseVotes(columns, {}, { seed: 1 });
	const { user, system } = process.cpuUsage(cpu);
	const blocked = longest();
	return { report, wall: performance.now() - began, cpu: (user + system) / 1000, blocked };
};
const [first, second] = [await analyse(), await analyse()];
const same =
	Buffer.compare(
		Buffer.from(first.report.map.people.buffer),
		Buffer.from(second.report.map.people.buffer)
	) === 0 &&
	Buffer.compare(
		Buffer.from(first.report.grouping.of.buffer),
		Buffer.from(second.report.grouping.of.buffer)
	) === 0;
await worker.close();
const { wall, cpu, blocked } = first;
const k = first.report.grouping.names.length;
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ wall, cpu, blocked, same, k, memory }));
