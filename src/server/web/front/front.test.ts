import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { assumedOrigin } from './origin.ts';
import { ownAddress } from './own-address.ts';
import { trustFrom } from './trust.ts';
import { visitorAddress } from './visitor-address.ts';

const own = { protocol: 'https', host: 'placard.example' } as const;
const ours = 'https://placard.example';
const cookie = 'theme=dark; placard_session=abc';

/** [what the browser sent, the origin that Kit is shown]. Kit refuses a form whose origin is not ours. */
const forms: [string, IncomingHttpHeaders, string | undefined][] = [
	['our own page', { origin: ours }, ours],
	['another site', { origin: 'https://evil.example' }, 'https://evil.example'],
	['a sandboxed frame', { origin: 'null' }, 'null'],
	[
		'a sandboxed frame that names us',
		{ origin: 'null', referer: `${ours}/apply`, 'sec-fetch-site': 'same-origin' },
		'null'
	],
	['no origin, from another site', { 'sec-fetch-site': 'cross-site' }, undefined],
	[
		'no origin, from another site that names us',
		{ 'sec-fetch-site': 'cross-site', referer: `${ours}/` },
		undefined
	],
	['no origin, from a sister site', { 'sec-fetch-site': 'same-site' }, undefined],
	['no origin, the browser vouches', { 'sec-fetch-site': 'same-origin', cookie }, ours],
	['no origin, nobody sent it, no account', { 'sec-fetch-site': 'none' }, ours],
	['no origin, nobody sent it, an account', { 'sec-fetch-site': 'none', cookie }, undefined],
	['no origin, our page named', { referer: `${ours}/sign-in`, cookie }, ours],
	['no origin, another page named', { referer: 'https://evil.example/' }, undefined],
	['no origin, a page that looks like ours', { referer: 'https://placard.example.evil.test/' }, undefined],
	['no origin, an unreadable page', { referer: 'placard.example' }, undefined],
	['nothing at all, no account: one-click unsubscribe', {}, ours],
	['nothing at all, another cookie', { cookie: 'not_placard_session=1' }, ours],
	['nothing at all, an account', { cookie }, undefined],
	['nothing at all, an account over https', { cookie: '__Host-placard_session=abc' }, undefined]
];

test.each(forms)('a form from %s', (_, headers, expected) => {
	expect(assumedOrigin(headers, own)).toBe(expected);
});

const claims = {
	host: 'inner:3000',
	'x-forwarded-proto': 'http, https',
	'x-forwarded-host': 'forged.example, placard.example'
};

test('without a proxy of ours, nobody can tell us where we are', () => {
	expect(ownAddress(claims, { proxies: 0 })).toEqual({ protocol: 'http', host: 'inner:3000' });
});

test('behind a proxy, its own word counts and not what it passed on', () => {
	expect(ownAddress(claims, { proxies: 1 })).toEqual({ protocol: 'https', host: 'placard.example' });
});

test('PUBLIC_URL is the last word', () => {
	expect(ownAddress(claims, trustFrom({ PUBLIC_URL: 'https://here.example' }))).toEqual({
		protocol: 'https',
		host: 'here.example'
	});
});

test.each([
	[0, '203.0.113.9', '10.0.0.1'],
	[1, '203.0.113.9', '203.0.113.9'],
	[1, '1.2.3.4, 203.0.113.9', '203.0.113.9'],
	[2, '1.2.3.4, 203.0.113.9, 10.0.0.7', '203.0.113.9'],
	[2, '203.0.113.9', '203.0.113.9'],
	[1, undefined, '10.0.0.1']
])('behind %i proxies, %s is counted as %s', (proxies, forwarded, expected) => {
	expect(visitorAddress('::ffff:10.0.0.1', forwarded, { proxies })).toBe(expected);
});

test.each([
	[{ PUBLIC_URL: 'placard.example.org' }, /PUBLIC_URL is "placard/],
	[{ PUBLIC_URL: 'https://example.org/placard' }, /without a path/],
	[{ PUBLIC_URL: 'ftp://example.org' }, /PUBLIC_URL/],
	[{ TRUST_PROXY: 'yes' }, /number of proxies/]
])('a setting that cannot be read stops the start: %j', (env, sentence) => {
	expect(() => trustFrom(env)).toThrow(sentence);
});
