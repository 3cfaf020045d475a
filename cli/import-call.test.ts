import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cloneDatabase, dropDatabase } from '../tests/database.ts';

const real = 'tests/fixtures/programme/community-campaigns-on-data-2024.json';
const folder = mkdtempSync(path.join(tmpdir(), 'import-call-'));

/** As somebody runs it: a program of its own. */
function placard(url: string, args: string[], input = '') {
	return spawnSync(process.execPath, ['cli/placard.ts', 'import-call', ...args], {
		input,
		encoding: 'utf8',
		env: { ...process.env, DATABASE_URL: url }
	});
}

function file(name: string, content: string | Buffer): string {
	writeFileSync(path.join(folder, name), content);
	return path.join(folder, name);
}

test('the answer is one JSON on standard output, and the call is there', { timeout: 60_000 }, async () => {
	const url = await cloneDatabase();
	try {
		const first = placard(url, [real]);
		expect(first).toMatchObject({ status: 0, stderr: '' });
		expect(JSON.parse(first.stdout)).toMatchObject({ result: 'published', phase: 'closed' });
		const out = path.join(folder, 'answer.json');
		expect(
			placard(url, ['-', '--opens', '2026-11-02', '--out', out], readFileSync(real, 'utf8'))
		).toMatchObject({
			status: 0,
			stdout: ''
		});
		expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
			result: 'corrected',
			closes: { local: '2026-11-29T12:00', zone: 'Europe/London' }
		});
	} finally {
		await dropDatabase(url);
	}
});

describe('what cannot be used is one sentence, naming the file, and exit 2', () => {
	const nowhere = 'postgres://nobody@127.0.0.1:1/none';
	test.each([
		['no file', [], 'import-call needs one file'],
		[
			'a part that cannot be',
			[
				file(
					'weight.json',
					'{"programme":"Spring",\n"criteria":[{"name":"Need"},\n{"name":"Care","weight":"much"}]}'
				)
			],
			'weight.json, line 3: criteria[1].weight is "much"; expected a number.'
		],
		[
			'a zone that is none',
			[file('zone.json', '{"programme":"Spring",\n"timeZone":"Mars/North"}')],
			'zone.json, line 2: timeZone is "Mars/North"; expected an IANA time zone'
		],
		[
			'a part that is there twice',
			[file('twice.json', '{"programme":"Spring",\n"summary":"One",\n"summary":"Two"}')],
			'twice.json, line 3: "summary" is there twice; expected each once.'
		],
		['a name of nothing', ['nothing.json'], 'nothing.json: there is no such file; a call was expected'],
		['a folder', [folder], `${folder}: it is a folder; a call was expected`],
		[
			'not JSON',
			[file('prose.json', 'Dear all,')],
			'prose.json: it is not JSON (line 1); a call was expected'
		],
		[
			'a wrong type',
			[file('five.json', '{"programme":"x","places":{"max":"five"}}')],
			'five.json, line 1: places.max is "five"; expected a whole number.'
		],
		[
			'five megabytes',
			[file('long.json', 'x'.repeat(5_000_000))],
			'long.json: it is longer than 1 MB; a call was expected'
		],
		['bytes', [file('bytes.json', Buffer.from([0x7b, 0xff, 0xfe]))], 'bytes.json: it is not text in UTF-8'],
		['no day', [real, '--opens', 'soon'], '--opens is "soon"; expected a date like "2026-03-01".'],
		['an unknown option', [real, '--publish'], "Unknown option '--publish'"]
	])('%s', (_, args, sentence) => {
		const { status, stdout, stderr } = placard(nowhere, args);
		expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
			status: 2,
			stdout: '',
			lines: 1
		});
		expect(stderr).toContain(sentence);
	});
});
