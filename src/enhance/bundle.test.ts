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
