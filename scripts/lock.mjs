// One process at a time installs or builds. The lock names its holder; a holder that is dead has lost it.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root, stop } from './node.mjs';

const file = path.join(root, '.placard-lock');
const mine = `${file}.${process.pid}`;

/** @template T @param {() => T | Promise<T>} work @returns {Promise<T>} */
export async function withLock(work) {
	let told = 0;
	while (!taken()) {
		const other = holder(file);
		if (isAlive(other) && other !== told)
			console.error(`Waiting for process ${other}, which is installing or building here …`);
		told = other;
		await pause(100);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

/** A link appears whole, with our number in it, or not at all. */
function taken() {
	try {
		writeFileSync(mine, String(process.pid));
		linkSync(mine, file);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EACCES' || codeOf(error) === 'EROFS')
			stop(`This account may not write to ${root}. Run this as the account that owns that folder.`);
		if (codeOf(error) !== 'EEXIST') throw error;
		if (!isAlive(holder(file))) setAside();
		return false;
	} finally {
		rmSync(mine, { force: true });
	}
}

/** Only one of several can rename a dead holder's lock; whoever caught a live one instead puts it back. */
function setAside() {
	const aside = `${mine}.aside`;
	try {
		renameSync(file, aside);
		if (isAlive(holder(aside))) linkSync(aside, file);
	} catch (error) {
		if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
	} finally {
		rmSync(aside, { force: true });
	}
}

/** @param {string} lock */
function holder(lock) {
	try {
		return Number(readFileSync(lock, 'utf8'));
	} catch {
		return 0;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	if (!pid) return false;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

/** @param {unknown} error @returns {string | undefined} */
function codeOf(error) {
	return /** @type {{ code?: string }} */ (error).code;
}
