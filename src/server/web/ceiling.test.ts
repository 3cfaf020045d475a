import { spawnSync } from 'node:child_process';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { underCeiling, underCostlyCeiling } from './ceiling.ts';

function from(address: string) {
	const headers: Record<string, string> = {};
	return {
		headers,
		getClientAddress: () => address,
		setHeaders: (more: Record<string, string>) => void Object.assign(headers, more)
	} as unknown as RequestEvent & { headers: Record<string, string> };
}

test('thirty people in one library each send a whole application, saving every ten seconds', async () => {
	const library = from('192.0.2.7');
	// Ten minutes: 60 saves while typing, 25 pages sent, 5 mistakes.
	for (let n = 0; n < 30 * 90; n++) await underCeiling(library);
	for (let n = 0; n < 30 * 5; n++) await underCostlyCeiling(library);
});

test('whoever sends without end is told when to come back; others are not touched', async () => {
	const flood = from('198.51.100.1');
	let taken = 0;
	const refusal = await (async () => {
		for (;;) {
			await underCeiling(flood);
			taken++;
		}
	})().catch((problem: unknown) => problem);
	expect(taken).toBe(12_000);
	expect(refusal).toMatchObject({ code: 'too-many', details: { minutes: 10 } });
	expect(Number(flood.headers['retry-after'])).toBeGreaterThan(590);
	await underCeiling(from('198.51.100.2'));
});

test('what is costly to make has a ceiling of its own', async () => {
	const flood = from('198.51.100.3');
	for (let n = 0; n < 1200; n++) await underCostlyCeiling(flood);
	await expect(underCostlyCeiling(flood)).rejects.toMatchObject({ code: 'too-many' });
	await underCeiling(flood);
});

/** In a process of its own, whose memory nobody else looks into. As a server does it, each request is carried along. */
const counting = `
	import { AsyncLocalStorage } from 'node:async_hooks';
	import { underCeiling } from './src/server/web/ceiling.ts';
	const carried = new AsyncLocalStorage();
	async function counted() {
		const request = { body: 'much' };
		await carried.run(request, () => underCeiling({ getClientAddress: () => '198.51.100.4' }));
		return new WeakRef(request);
	}
	const request = await counted();
	await new Promise((resolve) => setTimeout(resolve, 20));
	gc();
	console.log(request.deref() ? 'held' : 'let go');
	process.exit();`;

test('while a count runs on, nothing of the request that was counted is held', () => {
	const options = ['--expose-gc', '--input-type=module', '-e', counting];
	const { stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
	expect(stdout.trim(), stderr).toBe('let go');
});
