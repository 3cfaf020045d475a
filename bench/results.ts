import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { format, resolveConfig } from 'prettier';
import { asMarkdown, type Part } from './table.ts';

const file = 'bench/RESULTS.md';
/** Measured by a command of its own, and carried along by the others. */
const soak = 'Memory over time';

/** All that `npm run bench` measured; the last soak stays. */
export async function writeResults(parts: readonly Part[]): Promise<void> {
	await write([heading(), ...parts.map(asMarkdown), ...sectionOf(soak)].join('\n'));
}

/** The soak in place of the one before; the rest stays. */
export function writeSoak(part: Part): Promise<void> {
	return writeAlone({ ...part, title: soak });
}

/** One part in place of what it was before; the rest stays. It says itself which commit it is of. */
export async function writeAlone(part: Part): Promise<void> {
	const before = existsSync(file) ? readFileSync(file, 'utf8') : heading();
	const [old] = sectionOf(part.title);
	if (old) return write(before.replace(old, () => `${asMarkdown(part)}\n`));
	const [last = ''] = sectionOf(soak);
	await write([before.replace(last, '').trimEnd(), '', asMarkdown(part), last].join('\n'));
}

/** The commit that was measured, and whether something in the checkout differs from it. */
function commit(): string {
	const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
	const changed = git('status', '--porcelain', '--', '.', `:!${file}`);
	return `${git('rev-parse', '--short', 'HEAD')}${changed ? ', with changes' : ''}`;
}

/** Known before anything is measured: the checkout may be another when it ends. */
export const measured = commit();

export function machine(): string {
	return `${os.availableParallelism()} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
}

function sectionOf(title: string): string[] {
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const from = text.indexOf(`\n## ${title}\n`);
	if (from < 0) return [];
	const to = text.indexOf('\n## ', from + 1);
	return [text.slice(from + 1, to < 0 ? undefined : to + 1)];
}

async function write(text: string): Promise<void> {
	writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

function heading(): string {
	return `# What Placard costs

Written by \`npm run bench\` at commit ${measured}, on ${machine()}.

Milliseconds differ between machines and between days on one machine; ratios within a run hold better. Compare those.
`;
}
