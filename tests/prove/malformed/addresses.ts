import type { Kinds } from './kind.ts';
import { naughtyInAddresses, naughtyTexts } from './naughty.ts';
import { bytesOf, whole } from './request.ts';

/** Wrong in the first line: the place in the address, the query, the method, the version. */
export const addresses: Kinds = {
	'a place in the address that names nothing': (target, chance, host) => {
		const wrong = chance.below(target.places.length + 1);
		const filled = target.pattern.replace(/\{(\d)\}/g, (_, place: string) =>
			Number(place) === wrong || wrong === target.places.length
				? chance.one(naughtyInAddresses)
				: encodeURIComponent(target.places[Number(place)]!)
		);
		const address = filled === target.address ? `${filled}/${chance.one(naughtyInAddresses)}` : filled;
		return whole(bytesOf(target, host, { address }));
	},
	'one step further than the address goes': (target, chance, host) =>
		whole(bytesOf(target, host, { address: `${target.address}/${chance.one(naughtyInAddresses)}` })),
	'one step before it': (target, chance, host) =>
		whole(bytesOf(target, host, { address: `/${chance.one(naughtyInAddresses)}${target.address}` })),
	'words in the query': (target, chance, host) => {
		const names = ['q', 'sort', 'page', 'filter', 'state', 'lang', 'theme', 'next', 'x', '', '__proto__'];
		const pairs = Array.from(
			{ length: 1 + chance.below(6) },
			() => `${chance.one(names)}=${chance.one(naughtyInAddresses)}`
		);
		return whole(bytesOf(target, host, { address: `${target.address}?${pairs.join('&')}` }));
	},
	'a query of the form on the page': (target, chance, host) => {
		const names = target.controls.map((control) => encodeURIComponent(control.name));
		const pairs = [...names, 'page', 'sort'].map((name) => `${name}=${chance.one(naughtyInAddresses)}`);
		return whole(bytesOf(target, host, { method: 'GET', address: `${target.address}?${pairs.join('&')}` }));
	},
	'a query without end': (target, chance, host) => {
		const pair = chance.one(['a[b][c][d]=1&', 'q=1&', '&', '=&', 'page=1&page=2&', '%5b%5d=&', 'a.b.c=1&']);
		return whole(
			bytesOf(target, host, { address: `${target.address}?${pair.repeat(300 + chance.below(900))}` })
		);
	},
	'another method': (target, chance, host) => {
		const method = chance.one([
			'PUT',
			'DELETE',
			'PATCH',
			'OPTIONS',
			'TRACE',
			'PROPFIND',
			'HEAD',
			'POST',
			'QUERY'
		]);
		return whole(bytesOf(target, host, { method, body: 'a=b' }));
	},
	'a method that nobody knows': (target, chance, host) => {
		const method = chance.one(['FETCH', 'get', 'G E T', '', 'CONNECT', 'GET\0', 'A'.repeat(3_000), '🏴']);
		return whole(bytesOf(target, host, { method }));
	},
	'a whole address for a path': (target, chance, host) => {
		const before = chance.one([
			'http://evil.example',
			`http://${host}`,
			'//evil.example',
			'/\\evil.example',
			'/%2f%2fevil.example',
			'https:',
			'*',
			'/.',
			'/../..',
			'/%2e%2e',
			'//',
			'\\'
		]);
		return whole(bytesOf(target, host, { address: before + target.address }));
	},
	'a protocol that is none': (target, chance, host) => {
		const version = chance.one([
			'HTTP/0.9',
			'HTTP/1.0',
			'HTTP/2.0',
			'HTTP/9.9',
			'HTTP',
			'',
			'SIP/2.0',
			'http/1.1'
		]);
		return whole(bytesOf(target, host, { version }));
	},
	'no HTTP at all': (_, chance) => {
		const nonsense = [
			'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
			'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
			'\r\n\r\n\r\n',
			'GET',
			'GET / HTTP/1.1\r\n',
			'\0'.repeat(500),
			...naughtyTexts.slice(2, 9)
		];
		return { pieces: [Buffer.from(chance.one(nonsense), 'latin1')], hangUp: true };
	}
};
