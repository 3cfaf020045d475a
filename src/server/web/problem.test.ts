import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { Problem } from '#shared/problem';
import { problemResponse } from './problem.ts';

function asking(accept: string, path = '/files/x/y'): RequestEvent {
	const url = new URL(path, 'http://placard.test');
	return { url, request: new Request(url, { headers: { accept } }) } as RequestEvent;
}

test('what has no page of its own is refused on a page of one sentence', async () => {
	const response = problemResponse(new Problem('not-found'), asking('text/html', '/cy/files/x/y'));
	expect(response.status).toBe(404);
	expect(await response.text()).toMatch(/lang="cy"[^]*<main><h1>[^<]+\.<\/h1>/);
});

test('a program that asked for JSON is refused in JSON', async () => {
	const response = problemResponse(new Problem('database-away'), asking('application/json'));
	expect(response.status).toBe(503);
	expect(await response.json()).toMatchObject({
		code: 'database-away',
		message: expect.stringContaining('reach our records')
	});
});

test('a bug is no refusal', () => {
	expect(() => problemResponse(new TypeError('x'), asking('text/html'))).toThrow(TypeError);
});
