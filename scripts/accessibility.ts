// npm run accessibility: walks every journey and, when none failed, writes down what was covered. The accessibility
// statement of the site is made from that file. Commit it with the version that it speaks of.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { launchChromium } from '../tests/browser/chromium.ts';
import { gatherCoverage } from '../tests/journeys/coverage.ts';
import type { Coverage } from '../src/areas/site/accessibility.ts';

const file = 'src/areas/site/accessibility-coverage.json';
const folder = mkdtempSync(path.join(tmpdir(), 'placard-coverage-'));

const walked = spawnSync(
	process.execPath,
	['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.journeys.config.ts'],
	{ stdio: 'inherit', env: { ...process.env, ACCESSIBILITY_COVERAGE: folder } }
);
if (walked.status === 0) await write();
else console.error(`A journey failed, so ${file} stays as it was.`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = walked.status ?? 1;

async function write(): Promise<void> {
	const browser = await launchChromium();
	const tools = [`axe-core ${versionOf('axe-core')}`, `Chromium ${browser.version()}`];
	await browser.close();
	const pages = gatherCoverage(folder);
	const coverage: Coverage = { commit: commit(), date: new Date().toISOString().slice(0, 10), tools, pages };
	const options = { ...(await resolveConfig(file)), filepath: file };
	writeFileSync(file, await format(JSON.stringify(coverage), options));
	console.log(`${file}: ${Object.keys(pages).length} pages`);
}

function versionOf(name: string): string {
	return (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string })
		.version;
}

/** What was walked is what is committed: with changes on top it would be nobody's version. */
function commit(): string {
	const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
	const changed = git('status', '--porcelain', '--', 'src', 'messages', 'static');
	if (changed) throw new Error(`Commit these first, so that the record names a version:\n${changed}`);
	return git('rev-parse', 'HEAD');
}
