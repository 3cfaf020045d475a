// npm run bench: what pages, saving, starting and clocks cost, as ratios within one run; writes bench/RESULTS.md.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { format, resolveConfig } from 'prettier';
import { ProvingGround } from '../tests/prove/placard.ts';
import { startBareServer } from './bare-server.ts';
import { bytes } from './bytes.ts';
import { clocks } from './clocks.ts';
import { cost } from './cost.ts';
import { desk } from './desk.ts';
import { opinionMap } from './opinion-map.ts';
import { saving } from './saving.ts';
import { start } from './start.ts';
import { asMarkdown, type Part } from './table.ts';
import { openCall } from './world.ts';

const file = 'bench/RESULTS.md';
const began = performance.now();
const parts: Part[] = [];

function show(part: Part): void {
	parts.push(part);
	console.log(asMarkdown(part));
}

async function pages(): Promise<void> {
	const ground = await ProvingGround.make();
	const bare = await startBareServer();
	try {
		await openCall(ground, new Date());
		show(await cost(ground, bare));
		show(await bytes(ground));
		show(await desk(bare));
	} finally {
		await bare.end();
		await ground.end();
	}
}

/** The commit that was measured, and whether something in the checkout differs from it. */
function commit(): string {
	const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
	const changed = git('status', '--porcelain', '--', '.', `:!${file}`);
	return `${git('rev-parse', '--short', 'HEAD')}${changed ? ', with changes' : ''}`;
}

function heading(): string {
	const machine = `${os.availableParallelism()} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
	return `# What Placard costs

Written by \`npm run bench\` at commit ${commit()}, on ${machine}.

Milliseconds differ between machines and between days on one machine; ratios within a run hold better. Compare those.
`;
}

show(clocks());
show(opinionMap());
show(await start());
await pages();
show(await saving());
const text = [heading(), ...parts.map(asMarkdown)].join('\n');
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
console.log(`${file} was written after ${((performance.now() - began) / 1000).toFixed(0)} s.`);
