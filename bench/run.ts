// npm run bench: what pages, saving, starting, rooms and clocks cost, as ratios within one run; writes bench/RESULTS.md.
// npm run bench NAME …: those parts alone, in place of what they were.
import { ProvingGround } from '../tests/prove/placard.ts';
import { startBareServer } from './bare-server.ts';
import { bytes } from './bytes.ts';
import { clocks } from './clocks.ts';
import { cost } from './cost.ts';
import { desk } from './desk.ts';
import { opinionMap } from './opinion-map.ts';
import { measured, writeAlone, writeResults } from './results.ts';
import { pack } from './pack.ts';
import { rooms } from './rooms.ts';
import { saving } from './saving.ts';
import { selection } from './selection.ts';
import { start } from './start.ts';
import { asMarkdown, type Part } from './table.ts';
import { uploads } from './uploads.ts';
import { openCall } from './world.ts';

/** Ends its ground before the next part begins: the use cases of one process know one database. */
async function pages(): Promise<Part[]> {
	const ground = await ProvingGround.make();
	const bare = await startBareServer();
	try {
		await openCall(ground, new Date());
		return [await cost(ground, bare), await bytes(ground)];
	} finally {
		await bare.end();
		await ground.end();
	}
}

const parts: Record<string, () => Part | Part[] | Promise<Part | Part[]>> = {
	clocks,
	'opinion-map': opinionMap,
	selection,
	start,
	pages,
	desk,
	pack,
	rooms,
	saving,
	uploads
};

const began = performance.now();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length)
	throw new Error(`No part is called ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);
const all: Part[] = [];
for (const [name, measure] of Object.entries(parts)) {
	if (asked.length && !asked.includes(name)) continue;
	for (const part of [await measure()].flat()) {
		const by = `Written by \`npm run bench ${name}\` at commit ${measured}. `;
		const shown = asked.length ? { ...part, how: by + part.how } : part;
		all.push(shown);
		console.log(asMarkdown(shown));
		if (asked.length) await writeAlone(shown);
	}
}
if (!asked.length) await writeResults(all);
console.log(`bench/RESULTS.md was written after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
