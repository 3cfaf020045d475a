// Builds when the sources differ from those of the last build; `--force` builds anyway.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';
import { isMain, root, run, stop } from './node.mjs';

const stamp = path.join(root, 'build/.placard-built');
const sources = ['src', 'packages', 'messages', 'static', 'project.inlang/settings.json', 'package.json', 'package-lock.json',
	'vite.config.ts', 'tsconfig.json']; // prettier-ignore
/** Made by the build itself. */
const made = ['src/words/generated', 'static/enhance'];

export async function build({ force = false } = {}) {
	if (force || !isBuilt()) await withLock(() => (!force && isBuilt() ? undefined : buildNow()));
}

export function isBuilt() {
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** The fingerprint is taken before: a file changed meanwhile makes the next start build again. */
async function buildNow() {
	const before = fingerprint();
	console.error('Building …');
	const code = await run('vite', ['build', '--logLevel', 'warn'], {
		env: { NODE_ENV: 'production' },
		quiet: true
	});
	if (code !== 0) stop('The build failed (its own message is above).', code);
	writeFileSync(stamp, before);
}

function fingerprint() {
	const hash = createHash('sha256');
	for (const file of sources.flatMap((source) => filesOf(source)).sort())
		hash.update(`${file}\0`).update(
			createHash('sha256')
				.update(readFileSync(path.join(root, file)))
				.digest()
		);
	return hash.digest('hex');
}

/** @param {string} name @returns {string[]} */
function filesOf(name) {
	const full = path.join(root, name);
	if (made.includes(name) || !existsSync(full)) return [];
	if (!statSync(full).isDirectory()) return [name];
	return readdirSync(full).flatMap((child) => filesOf(`${name}/${child}`));
}

if (isMain(import.meta.url)) {
	await install();
	await build({ force: process.argv.includes('--force') });
}
