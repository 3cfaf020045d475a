import { expect, test } from 'vitest';
import { explain, explainFolder, isPassing } from './explain.ts';

test.each([
	['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'is full'],
	['ENOSPC: no space left on device, mkdir', 'is full'],
	['EROFS: read-only file system, mkdir', 'read-only'],
	['EACCES: permission denied, mkdir', 'cannot be read and written'],
	['FATAL:  data directory "/d" has wrong ownership', 'belongs to another account'],
	['FATAL:  database files are incompatible with server', 'another version'],
	['postgres: error while loading shared libraries: libicui18n.so.60', 'node scripts/install.mjs'],
	['FATAL:  the moon is full', 'does not start on /d: FATAL:  the moon is full']
])('%s is said so that one knows what to do', (log, sentence) => {
	expect(explain(log, '/d').message).toContain(sentence);
});

test('two that start at once wait for each other instead of giving up', () => {
	expect(isPassing('FATAL:  lock file "postmaster.pid" already exists')).toBe(true);
	expect(isPassing('FATAL:  lock file "postmaster.pid" is empty')).toBe(true);
	expect(isPassing('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe(true);
	expect(isPassing('FATAL:  data directory "/d" has wrong ownership')).toBe(false);
});

test('a bug stays a bug', () => {
	const bug = new TypeError('no');
	expect(explainFolder(bug, '/d')).toBe(bug);
});
