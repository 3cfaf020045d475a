import { expect, test } from 'vitest';
import { complaintAbout } from './judge.ts';
import { mark } from './naughty.ts';

const host = 'placard.test';
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (inside: string) => `<!doctype html><main><h1>${inside}</h1></main>`;
const said = 'We could not find that page.';

const answers: [string, number, Record<string, string>, string, RegExp | undefined][] = [
	['a fault of ours', 500, html, page(said), /status 500/],
	['a page with a sentence', 404, html, page(said), undefined],
	['a page with a title and no sentence', 404, html, page('Not found'), /without a sentence/],
	['a page without <main>', 404, html, `<h1>${said}</h1>`, /without <main>/],
	['nothing', 400, {}, '', /without a word/],
	['a few words of a program', 405, {}, 'POST method not allowed', /no sentence/],
	['JSON with a sentence', 400, { 'content-type': 'application/json' }, `{"message":"${said}"}`, undefined],
	['JSON without', 400, { 'content-type': 'application/json' }, '{"message":"Bad Request"}', /JSON without/],
	['what was typed, as text', 422, html, page(`${said} &lt;script>alert("${mark}")`), undefined],
	['what was typed, as markup', 422, html, page(`${said} <script>alert("${mark}")</script>`), /markup/],
	['a stack', 400, html, page(`${said} at run (/srv/build/server/x.js:1:2)`), /machinery/],
	['the words of the database', 422, html, page('PostgresError: invalid byte sequence.'), /machinery/],
	['a way to another page of ours', 303, { location: '/cy/programmes' }, '', undefined],
	['a way to another site', 303, { location: 'https://evil.example/' }, '', /leads away/],
	['a way that only looks like ours', 303, { location: '//evil.example/' }, '', /leads away/]
];

test.each(answers)('%s', (_, status, headers, body, expected) => {
	const complaint = complaintAbout({ status, headers, body: Buffer.from(body) }, host);
	if (expected) expect(complaint).toMatch(expected);
	else expect(complaint).toBeUndefined();
});

test('no answer at all', () => {
	expect(complaintAbout(undefined, host)).toBe('no answer');
});
