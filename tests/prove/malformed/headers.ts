import type { Kinds } from './kind.ts';
import { naughtyTexts } from './naughty.ts';
import { bytesOf, whole } from './request.ts';

const oneLine = naughtyTexts
	.filter((text) => text.length < 12_000)
	.map((text) => text.replace(/[\r\n\0]/g, ' '));

/** Wrong in what is said about the request. */
export const headers: Kinds = {
	'cookies of ours that we never gave': (target, chance, host) => {
		const value = () => chance.one([...oneLine, 'a'.repeat(43), '%', '%ff', '"']).slice(0, 3_000);
		const names = [
			'placard_session',
			'placard_application',
			'__Host-placard_session',
			'PARAGLIDE_LOCALE',
			'a'
		];
		const cookie = names.map((name) => `${name}=${value()}`).join(chance.one(['; ', ';', ',', '; ; ']));
		return whole(bytesOf(target, host, { headers: { Cookie: Buffer.from(cookie).toString('latin1') } }));
	},
	'a cookie without end': (target, chance, host) =>
		whole(bytesOf(target, host, { headers: { Cookie: 'a=b; '.repeat(500 + chance.below(6_000)) } })),
	'a header without end': (target, chance, host) =>
		whole(
			bytesOf(target, host, {
				headers: {
					[chance.one(['X-Long', 'Accept', 'User-Agent', 'Referer'])]: 'x'.repeat(
						1_000 + chance.below(30_000)
					)
				}
			})
		),
	'thousands of headers': (target, chance, host) =>
		whole(
			bytesOf(target, host, {
				lines: Array.from({ length: 100 + chance.below(3_000) }, (_, i) => `X-${i}: y`)
			})
		),
	'words in every header that we read': (target, chance, host) => {
		const names = [
			'Accept',
			'Accept-Language',
			'If-None-Match',
			'If-Modified-Since',
			'Range',
			'Referer',
			'User-Agent',
			'X-Forwarded-Proto',
			'X-Forwarded-Host',
			'X-Placard-Address',
			'Sec-Fetch-Site',
			'Accept-Encoding'
		];
		const headers = Object.fromEntries(
			names.map((name) => [name, Buffer.from(chance.one(oneLine)).toString('latin1').slice(0, 800)])
		);
		return whole(bytesOf(target, host, { headers }));
	},
	'somebody else as host': (target, chance, host) => {
		const other = chance.one([
			'evil.example',
			'',
			'[::1',
			'a b',
			'../..',
			'x'.repeat(500),
			`${host}@evil.example`,
			'%00',
			'<script>',
			'localhost:99999'
		]);
		return whole(bytesOf(target, host, { headers: { Host: other } }));
	},
	'two hosts': (target, _, host) => whole(bytesOf(target, host, { lines: ['Host: evil.example'] })),
	'a form from elsewhere': (target, chance, host) => {
		const origin = chance.one([
			'https://evil.example',
			'null',
			'http://',
			'x',
			`http://${host}.evil.example`,
			`https://${host}`
		]);
		return whole(bytesOf(target, host, { method: 'POST', headers: { Origin: origin }, body: 'a=b' }));
	},
	'a length that is none': (target, chance, host) => {
		const length = chance.one(['-1', 'abc', '1e9', '0x10', '99999999999999999999', '+5', '5, 5', ' ']);
		return {
			...whole(bytesOf(target, host, { method: 'POST', headers: { 'Content-Length': length }, body: 'a=b' })),
			hangUp: true
		};
	},
	'two lengths, or a length and chunks': (target, chance, host) => {
		const line = chance.one([
			'Content-Length: 7',
			'Transfer-Encoding: chunked',
			'Transfer-Encoding: gzip, chunked',
			'Transfer-Encoding: xchunked'
		]);
		return {
			...whole(
				bytesOf(target, host, {
					method: 'POST',
					lines: [line],
					body: '0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n'
				})
			),
			hangUp: true
		};
	},
	'a line that is no header': (target, chance, host) =>
		whole(
			bytesOf(target, host, {
				lines: [
					chance.one([
						'no colon here',
						': no name',
						'Bad Name: x',
						' folded: x',
						'X\0: y',
						'X: a\0b',
						'X: a\rb'
					])
				]
			})
		),
	'an expectation nobody can meet': (target, chance, host) =>
		whole(
			bytesOf(target, host, {
				headers: {
					[chance.one(['Expect', 'Upgrade'])]: chance.one(['100-continue', 'a miracle', 'websocket', 'h2c'])
				}
			})
		)
};
