import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { fresh } from './fresh.ts';

const changedAt = new Date('2026-01-15T12:00:00.500Z');
const ask = (headers: Record<string, string> = {}, more: object = {}) =>
	fresh({ request: new Request('http://x/', { headers }) } as RequestEvent, {
		body: 'words',
		type: 'text/plain',
		changedAt,
		...more
	});

test('a file comes with its mark and its date, and may be kept for a minute', async () => {
	const response = ask();
	expect(await response.text()).toBe('words');
	expect(response.headers.get('cache-control')).toBe('public, max-age=60');
	expect(response.headers.get('last-modified')).toBe('Thu, 15 Jan 2026 12:00:00 GMT');
	expect(response.headers.get('etag')).toMatch(/^"[\w-]{24}"$/);
});

test('whoever has it already is told so, by its mark or else by its date', () => {
	const etag = ask().headers.get('etag')!;
	const status = (headers: Record<string, string>) => ask(headers).status;
	expect(status({ 'if-none-match': etag })).toBe(304);
	expect(status({ 'if-none-match': `"other", W/${etag}` })).toBe(304);
	expect(status({ 'if-none-match': '"other"', 'if-modified-since': 'Thu, 15 Jan 2026 12:00:00 GMT' })).toBe(
		200
	);
	expect(status({ 'if-modified-since': 'Thu, 15 Jan 2026 12:00:00 GMT' })).toBe(304);
	expect(status({ 'if-modified-since': 'Thu, 15 Jan 2026 11:59:59 GMT' })).toBe(200);
	expect(status({ 'if-modified-since': 'yesterday' })).toBe(200);
});

test('a list has no date of its own: what leaves it leaves no later date behind', () => {
	const response = ask({ 'if-modified-since': 'Thu, 15 Jan 2099 12:00:00 GMT' }, { changedAt: undefined });
	expect(response.status).toBe(200);
	expect(response.headers.has('last-modified')).toBe(false);
});

test('nobody keeps it past the instant at which the clock changes it', () => {
	const keeps = (ms: number) => ask({}, { until: new Date(Date.now() + ms) }).headers.get('cache-control');
	expect(keeps(3_600_000)).toBe('public, max-age=60');
	expect(Number(/max-age=(\d+)/.exec(keeps(20_500)!)![1])).toBeLessThanOrEqual(20);
	expect(keeps(-1)).toBe('public, max-age=0');
});
