import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formAsJson } from '#areas/forms';
import { book, stored } from '../tests/prove/malformed-forms/samples.ts';
import { form } from './form.ts';
import { workbookOf } from '../src/areas/forms/xlsform/server/write-workbook.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'placard-form-'));
const place = (name: string) => path.join(folder, name);

function file(name: string, content: string | Buffer): string {
	writeFileSync(place(name), content);
	return place(name);
}

/** As somebody runs it: a program of its own. */
function placard(args: string[], input?: Buffer) {
	return spawnSync(process.execPath, ['cli/placard.ts', 'form', ...args], { encoding: 'utf8', ...(input ? { input } : {}) }); // prettier-ignore
}

test('an XLSForm becomes a form, and says how many of its rows were taken', () => {
	const answer = placard([file('a.xlsx', workbookOf(book())), '--out', place('a.json')]);
	expect(answer).toMatchObject({ status: 0, stdout: '' });
	expect(answer.stderr).toMatch(/a\.xlsx: \d+ taken, \d+ taken differently, \d+ not taken\. --report says/);
	expect(JSON.parse(readFileSync(place('a.json'), 'utf8'))).toMatchObject({ format: 1, main: 'en' });
	const report = placard(['-', '--report'], workbookOf(book()));
	expect(JSON.parse(report.stdout).rows[0]).toMatchObject({
		sheet: 'survey', row: 2, type: 'start', outcome: 'not-taken', why: [{ code: 'type-device', sentence: expect.any(String) }]
	}); // prettier-ignore
});

test('a form goes out as an XLSForm and comes back as the same bytes', () => {
	const json = formAsJson(stored());
	expect(placard([file('b.json', json), '--out', place('b.xlsx'), '--title', 'B'])).toMatchObject({
		status: 0
	});
	expect(placard([place('b.xlsx'), '--out', place('c.json')])).toMatchObject({ status: 0 });
	expect(readFileSync(place('c.json'), 'utf8')).toBe(json);
});

test('what cannot be used is one sentence, naming the file, and exit 2; a file without one question is exit 1', async () => {
	const wrong = JSON.stringify({ ...stored(), main: 'tlh' }, null, '\t');
	const cases: [string[], string][] = [
		[[], 'form needs one file'],
		[[place('none.xlsx')], 'there is no such file'],
		[[file('d.txt', 'hello')], 'This is not a spreadsheet of the kind .xlsx.'],
		[[file('e.json', '{')], 'The file is not JSON.'],
		[[file('f.json', wrong)], 'f.json, line 3: “main” is in a language that Placard does not speak.'],
		[[place('b.json')], 'An XLSForm is not text: say with --out where it goes.'],
		[[place('b.xlsx'), '--language', 'tlh'], '--language is "tlh"; expected en'],
		[[place('b.xlsx'), '--seen-by', 'Every Body'], '--seen-by is "Every Body"']
	];
	for (const [args, sentence] of cases) await expect(form.run(args)).rejects.toThrow(sentence);
	expect(placard([])).toMatchObject({ status: 2, stdout: '' });
	const empty = workbookOf([
		{
			name: 'survey',
			rows: [
				['type', 'name'],
				['geopoint', 'a']
			]
		}
	]);
	expect(placard([file('g.xlsx', empty)])).toMatchObject({ status: 1 });
});
