// npm run bench: what pages, saving, starting and clocks cost, as ratios within one run; writes bench/RESULTS.md.
import { ProvingGround } from '../tests/prove/placard.ts';
import { startBareServer } from './bare-server.ts';
import { bytes } from './bytes.ts';
import { clocks } from './clocks.ts';
import { cost } from './cost.ts';
import { desk } from './desk.ts';
import { opinionMap } from './opinion-map.ts';
import { writeResults } from './results.ts';
import { pack } from './pack.ts';
import { saving } from './saving.ts';
import { selection } from './selection.ts';
import { start } from './start.ts';
import { asMarkdown, type Part } from './table.ts';
import { uploads } from './uploads.ts';
import { openCall } from './world.ts';

const began = performance.now();
const parts: Part[] = [];

function show(part: Part): void {
	parts.push(part);
	console.log(asMarkdown(part));
}

/** Ends its ground before the next part begins: the use cases of one process know one database. */
async function pages(): Promise<void> {
	const ground = await ProvingGround.make();
	const bare = await startBareServer();
	try {
		await openCall(ground, new Date());
		show(await cost(ground, bare));
		show(await bytes(ground));
	} finally {
		await bare.end();
		await ground.end();
	}
}

show(clocks());
show(opinionMap());
show(await selection());
show(await start());
await pages();
show(await desk());
show(await pack());
show(await saving());
show(await uploads());
await writeResults(parts);
console.log(`bench/RESULTS.md was written after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
