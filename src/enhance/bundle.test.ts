import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle } from './bundle.ts';

test('what every page fetches stays below 3 kB, and its address changes with its content', async () => {
	const [page, ...more] = (await bundle()).filter((chunk) => chunk.isEntry);
	expect(more).toEqual([]);
	expect(page?.imports).toEqual([]);
	expect(gzipSync(page!.code).length).toBeLessThan(3 * 1024);
	expect(page!.fileName).toMatch(/^page-[\w-]{8}\.js$/);
});

test('what a page of the application form fetches stays below 4 kB', async () => {
	const used = ['page', 'copy', 'forget-text', 'keep-text', 'kept-text', 'word-count', 'words-left'];
	const chunks = (await bundle()).filter(({ name }) => used.includes(name));
	expect(chunks.map(({ name }) => name).toSorted()).toEqual(used.toSorted());
	expect(chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0)).toBeLessThan(4 * 1024);
});

test('what shows and hides questions is fetched where one hangs on another, and stays below 2.5 kB', async () => {
	const chunks = (await bundle()).filter(({ name }) => ['asked', 'word-count'].includes(name));
	expect(chunks.flatMap(({ imports }) => imports)).toEqual([expect.stringMatching(/^word-count-/)]);
	expect(chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0)).toBeLessThan(2560);
});
