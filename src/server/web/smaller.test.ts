import { gunzipSync } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { smaller } from './smaller.ts';

const page = '<p>The same words again and again.</p>'.repeat(200);
const ask = (headers: Record<string, string>, answer: Record<string, string> = {}, body = page) =>
	smaller({
		event: { request: new Request('http://x/', { headers }) } as RequestEvent,
		resolve: () =>
			Promise.resolve(
				new Response(body, { headers: { 'content-type': 'text/html', etag: '"a"', ...answer } })
			)
	});

test('whoever brings no cookie gets a page in fewer bytes, and the same words', async () => {
	const response = await ask({ 'accept-encoding': 'gzip, br' });
	expect(Object.fromEntries(response.headers)).toMatchObject({
		'content-encoding': 'gzip',
		vary: 'accept-encoding',
		etag: 'W/"a"'
	});
	const bytes = Buffer.from(await response.arrayBuffer());
	expect(bytes.length).toBeLessThan(page.length / 5);
	expect(gunzipSync(bytes).toString()).toBe(page);
});

test.each<[string, Record<string, string>, Record<string, string>]>([
	['whoever brings a cookie, since a page of theirs may hold a secret', { cookie: 'placard_session=a' }, {}],
	['a page that sets a cookie', {}, { 'set-cookie': 'a=b' }],
	['a browser that does not ask', { 'accept-encoding': 'identity' }, {}],
	['a picture', {}, { 'content-type': 'image/png' }],
	['what is compressed already', {}, { 'content-encoding': 'br' }]
])('as it is for %s', async (_, asked, answer) => {
	const response = await ask({ 'accept-encoding': 'gzip', ...asked }, answer);
	expect(await response.text()).toBe(page);
	expect(response.headers.get('content-encoding')).toBe(answer['content-encoding'] ?? null);
});

test('a few words are sent as they are', async () => {
	const response = await ask({ 'accept-encoding': 'gzip' }, {}, 'Not found.');
	expect(await response.text()).toBe('Not found.');
	expect(response.headers.get('content-encoding')).toBeNull();
});
