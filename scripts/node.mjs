// Runs a program of this checkout under a Node that can: `node scripts/node.mjs vite build`,
// `node scripts/node.mjs cli/placard.ts doctor`. The Node that starts this file may be as old as 20; the one that
// came with `npm ci` (an ordinary package, no install script) then takes over.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** From here on TypeScript runs as it is, without a flag and without a warning. */
const wanted = '24.12.0';
/** Enough to work, with a flag that hides the warning. */
const enough = '22.18.0';

/** @type {('SIGINT' | 'SIGTERM' | 'SIGHUP')[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export const isRightNode = atLeast(process.versions.node, wanted);

/** The one that comes with `npm ci`. */
export const bundledNode = path.join(
	root,
	'node_modules',
	`node-${process.platform}-${process.arch}`,
	'bin/node'
);

/** The Node to use and the flags that it needs; ends the process with one sentence when there is none. */
export function rightNode() {
	if (isRightNode) return { node: process.execPath, flags: [] };
	if (existsSync(bundledNode)) return { node: bundledNode, flags: [] };
	if (atLeast(process.versions.node, enough))
		return { node: process.execPath, flags: ['--disable-warning=ExperimentalWarning'] };
	return stop(
		`Placard needs Node ${enough} or newer; this is ${process.version}, and node_modules holds none for ` +
			`${process.platform}-${process.arch}. Run \`npm ci --include=optional\` here, or install Node 24.`
	);
}

/**
 * Starts `program` (a file of ours, or a command of an installed package) and resolves to its exit code.
 * `tied`: the child learns when we die; `quiet`: what it says is shown only when it fails, on standard error.
 * @param {string} program
 * @param {string[]} [args]
 * @param {{ env?: Record<string, string>, tied?: boolean, quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export async function run(program, args = [], { env = {}, tied = false, quiet = false } = {}) {
	const { node, flags } = rightNode();
	const output = quiet ? 'pipe' : 'inherit';
	const child = spawn(node, [...flags, fileOf(program), ...args], {
		stdio: ['inherit', output, output, tied ? 'ipc' : 'ignore'],
		env: { ...process.env, ...env, PATH: searchPath(node) }
	});
	/** @type {Buffer[]} */
	const said = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
	for (const signal of signals) process.on(signal, () => child.kill(signal));
	const code = await ended(child);
	if (code !== 0) process.stderr.write(Buffer.concat(said));
	return code;
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function ended(child) {
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => resolve(signal ? 128 + os.constants.signals[signal] : (code ?? 1)));
	});
}

/** @param {string} program */
function fileOf(program) {
	if (/\.(ts|js|mjs)$/.test(program)) return path.resolve(root, program);
	const command = path.join(root, 'node_modules/.bin', program);
	if (!existsSync(command)) stop(`There is no program called ${program} here. Run \`npm ci\` first.`);
	return realpathSync(command);
}

/** @param {string} node */
function searchPath(node) {
	return [path.dirname(node), path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter);
}

/** @param {string} version @param {string} least */
function atLeast(version, least) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
	return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** @param {string} sentence @param {number} [code] @returns {never} */
export function stop(sentence, code = 1) {
	console.error(sentence);
	process.exit(code);
}

/** @param {string} url */
export function isMain(url) {
	return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}

if (isMain(import.meta.url)) {
	const [program, ...args] = process.argv.slice(2);
	if (!program) stop('Usage: node scripts/node.mjs PROGRAM [ARGUMENTS]', 2);
	process.exitCode = await run(program, args);
}
