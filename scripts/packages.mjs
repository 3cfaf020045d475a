// What package-lock.json asks for, and what of it is in node_modules.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './node.mjs';

/**
 * @typedef {{ version: string, optional?: boolean, extraneous?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry
 * @typedef {Record<string, Entry>} Entries
 */

/** True after a plain `npm install` or `npm ci` by hand: npm's own record then lists exactly what the lockfile does. */
export function agrees() {
	const [locked, present] = [entries('package-lock.json'), entries('node_modules/.package-lock.json')];
	return (
		Object.keys(present).every((name) => name in locked) &&
		Object.entries(locked).every(([name, entry]) => fits(name, entry, present[name])) &&
		missingHere().length === 0
	);
}

/** @param {string} name @param {Entry} wanted @param {Entry | undefined} found */
function fits(name, wanted, found) {
	if (!found) return wanted.optional || wanted.extraneous;
	return found.version === wanted.version && isHere(name);
}

/**
 * What is made for this very machine and not there. npm passes over an optional package without a word when it could
 * not fetch it, and when the Node that runs npm is too old for it, though it is for the Node that comes along.
 */
export function missingHere() {
	return Object.entries(entries('package-lock.json'))
		.filter(([name, entry]) => entry.optional && isForThisMachine(entry) && !isHere(name))
		.map(([name]) => name.replace(/^.*node_modules\//, ''));
}

/** @param {Entry} entry */
function isForThisMachine({ os, cpu, libc }) {
	return Boolean(os && cpu) && has(os, process.platform) && has(cpu, process.arch) && has(libc, libcHere());
}

/** @param {string[] | undefined} list @param {string} one */
function has(list, one) {
	return list === undefined || list.includes(one);
}

function libcHere() {
	const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
	return header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** @param {string} name */
function isHere(name) {
	return existsSync(path.join(root, name, 'package.json'));
}

/** @param {string} lock @returns {Entries} */
function entries(lock) {
	const file = path.join(root, lock);
	if (!existsSync(file)) return {};
	const { '': _, ...packages } = JSON.parse(readFileSync(file, 'utf8')).packages;
	return packages;
}
