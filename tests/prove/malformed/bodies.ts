import type { Kinds } from './kind.ts';
import { filled, likelyBody, namesIn } from './fields.ts';
import { naughtyTexts } from './naughty.ts';
import { bytesOf, whole } from './request.ts';
import type { Target } from './target.ts';

const types = [
	'',
	'text/plain',
	'application/json',
	'application/xml',
	'application/octet-stream',
	'multipart/form-data',
	'multipart/form-data; boundary=',
	'multipart/form-data; boundary="',
	'multipart/mixed; boundary=x',
	'image/png',
	'nonsense',
	'application/x-www-form-urlencoded; charset=utf-16',
	'application/x-www-form-urlencoded; charset="',
	'application/x-sveltekit-formdata',
	'text/html'
];

/** Wrong in the body: its kind, its encoding, its length, its speed. */
export const bodies: Kinds = {
	'another kind of content': (target, chance, host) =>
		post(
			target,
			host,
			chance.one(types),
			chance.one([likelyBody(target, chance), '{"a":', '{}', '<a>', '\0\0\0', '[1,2'])
		),
	'JSON for the program, not for people': (target, chance, host) => {
		const accept = chance.one([
			'application/json',
			'*/*',
			'text/csv',
			'image/webp',
			'application/json, text/html;q=0.1'
		]);
		return whole(
			bytesOf(target, host, {
				method: 'POST',
				headers: { Accept: accept, Origin: `http://${host}`, 'x-sveltekit-action': 'true' },
				body: likelyBody(target, chance)
			})
		);
	},
	'percent signs and bytes that mean nothing': (target, chance, host) => {
		const wrong = chance.one([
			'%',
			'%zz',
			'%ff%fe',
			'\xff\xfe\xfd',
			'%ed%a0%80',
			'%00',
			'%u0041',
			'\0',
			'%F0%9F'
		]);
		return post(
			target,
			host,
			undefined,
			namesIn(target)
				.map((name) => `${encodeURIComponent(name)}=${wrong}`)
				.join('&')
		);
	},
	'parts that are broken': (target, chance, host) => {
		const bend = chance.one(breakages);
		return post(
			target,
			host,
			'multipart/form-data; boundary=zq',
			bend(parts(target, chance.one(naughtyTexts)))
		);
	},
	'a file where a word was': (target, chance, host) => {
		const name = chance.one([
			'../../etc/passwd',
			'a\0.pdf',
			`<img src=x>.pdf`,
			'x'.repeat(3_000),
			'',
			'.',
			'con.pdf',
			'a"b.pdf',
			'=cmd.csv'
		]);
		const text = namesIn(target)
			.map(
				(field) =>
					`--zq\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n%PDF-nonsense\r\n`
			)
			.join('');
		return post(target, host, 'multipart/form-data; boundary=zq', `${text}--zq--\r\n`);
	},
	'said to be packed': (target, chance, host) =>
		whole(
			bytesOf(target, host, {
				method: 'POST',
				headers: { 'Content-Encoding': chance.one(['gzip', 'br', 'deflate', 'x']), Origin: `http://${host}` },
				body: likelyBody(target, chance)
			})
		),
	'more than we take': (target, chance, host) => {
		const body = Buffer.alloc(13_000_000 + chance.below(6_000_000), 'a=b&');
		const headers = { Origin: `http://${host}`, Connection: 'keep-alive' };
		return whole(bytesOf(target, host, { method: 'POST', headers, body }));
	},
	'more than we take, in chunks and without saying so': (target, chance, host) => {
		const headers = { Connection: 'keep-alive' };
		const lines = [
			'Transfer-Encoding: chunked',
			`Origin: http://${host}`,
			'Content-Type: application/x-www-form-urlencoded'
		];
		const chunk = Buffer.concat([Buffer.from('40000\r\n'), Buffer.alloc(0x40000, 'a'), Buffer.from('\r\n')]);
		const pieces = Array.from({ length: 52 + chance.below(20) }, () => chunk);
		return {
			pieces: [bytesOf(target, host, { method: 'POST', bare: true, headers, lines }), ...pieces, '0\r\n\r\n']
		};
	},
	'chunks that are none': (target, chance, host) => {
		const lines = [
			'Transfer-Encoding: chunked',
			`Origin: http://${host}`,
			'Content-Type: application/x-www-form-urlencoded'
		];
		const chunk = chance.one([
			'zz\r\na=b\r\n0\r\n\r\n',
			'-5\r\na=b\r\n',
			'fffffffffffffffff\r\na',
			'5\r\na=b\r\n0\r\n\r\n',
			'3;ext=<script>\r\na=b\r\n0\r\n\r\n'
		]);
		return {
			pieces: [bytesOf(target, host, { method: 'POST', bare: true, lines, body: chunk })],
			hangUp: true
		};
	},
	'less than was promised': (target, chance, host) => ({
		...whole(
			bytesOf(target, host, {
				method: 'POST',
				headers: { 'Content-Length': '5000', Origin: `http://${host}` },
				body: likelyBody(target, chance)
			})
		),
		hangUp: true
	}),
	'more than was promised': (target, chance, host) => ({
		...whole(
			bytesOf(target, host, {
				method: 'POST',
				headers: { 'Content-Length': '3', Origin: `http://${host}` },
				body: likelyBody(target, chance)
			})
		),
		hangUp: true
	}),
	'word by word, from a slow line': (target, chance, host) => {
		const bytes = bytesOf(target, host, {
			method: 'POST',
			headers: { Origin: `http://${host}` },
			body: likelyBody(target, chance)
		});
		const size = Math.ceil(bytes.length / 6);
		return {
			pieces: Array.from({ length: 6 }, (_, i) => bytes.subarray(i * size, (i + 1) * size)),
			wait: 150 + chance.below(200)
		};
	}
};

const breakages: ((text: string) => string)[] = [
	(text) => text.slice(0, text.length / 2),
	(text) => text.replaceAll('--zq', '--qz'),
	(text) => text.replace(/Content-Disposition[^\r]*\r\n/g, ''),
	(text) => text.replace(/name="[^"]*"/g, 'name=""'),
	(text) => text.replace(/name="([^"]*)"/g, 'name=$1'),
	(text) => text.replaceAll('\r\n', '\n'),
	(text) => text.replaceAll('\r\n\r\n', '\r\n'),
	(text) => text.replace('--zq--', ''),
	(text) => `preamble ${text} epilogue`,
	(text) => text.replaceAll('Content-Disposition', `X-Long: ${'y'.repeat(100_000)}\r\nContent-Disposition`),
	(text) => text.replaceAll('form-data;', 'attachment;'),
	(text) => text.replaceAll('name="', 'name="__proto__'),
	() => '--zq--\r\n',
	() => '',
	() => '--zq\r\n'.repeat(5_000)
];

function parts(target: Target, value: string): string {
	const all = filled(target).map(
		([name, likely], index) =>
			`--zq\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${index === 0 ? value : likely}\r\n`
	);
	return `${all.join('')}--zq--\r\n`;
}

function post(target: Target, host: string, type: string | undefined, body: string) {
	const headers = { Origin: `http://${host}`, ...(type === undefined ? {} : { 'Content-Type': type }) };
	return whole(bytesOf(target, host, { method: 'POST', headers, body }));
}
