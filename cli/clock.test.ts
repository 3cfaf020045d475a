import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'clock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const examples = 'packages/statutory-clock/examples/collected.json';
const table = 'packages/statutory-clock/tables/uk-bank-holidays.json';

/** As somebody runs it: a program of its own. */
function placard(args: string[], input = '') {
	return spawnSync(process.execPath, ['cli/placard.ts', 'clock', ...args], { input, encoding: 'utf8' });
}

function file(name: string, content: string): string {
	writeFileSync(path.join(folder, name), content);
	return path.join(folder, name);
}

const answersIn = (text: string) => JSON.parse(text) as { id: string; due: string | null }[];

test('the answer is one JSON array on standard output, or in a file, the same bytes each time', () => {
	const first = placard([examples]);
	expect(first).toMatchObject({ status: 0, stderr: '' });
	expect(answersIn(first.stdout)).toContainEqual(expect.objectContaining({ id: 'F02', due: '2026-03-31' }));
	const out = path.join(folder, 'answer.json');
	const second = placard(['-', '--out', out], readFileSync(examples, 'utf8'));
	expect(second).toMatchObject({ status: 0, stdout: '', stderr: '' });
	expect(readFileSync(out, 'utf8')).toBe(first.stdout);
});

test('on a day that is handed in, each case says where it stands', () => {
	const cases = '[{"id":"A","regime":"FOIA","received":"2026-09-05"}]';
	const stands = (today: string) =>
		(JSON.parse(placard(['-', '--today', today], cases).stdout) as { standing: object }[])[0]!.standing;
	expect(stands('2026-10-01')).toEqual({ is: 'running', daysLeft: 1 });
	expect(stands('2026-10-02')).toEqual({ is: 'due-today', daysLeft: 0 });
	expect(stands('2026-10-05')).toEqual({ is: 'late-arguably', daysLeft: -3 });
	expect(stands('2026-10-06')).toEqual({ is: 'late', daysLeft: -4 });
});

test('a holiday proclaimed while cases run says which of them move', () => {
	const ours = JSON.parse(readFileSync(table, 'utf8')) as { nations: Record<string, object[]> };
	ours.nations['scotland']!.push({ date: '2026-10-12', name: 'A day of thanks' });
	const cases =
		'[{"id":"A","regime":"FOIA","received":"2026-10-01"},{"id":"B","regime":"FOIA","received":"2026-10-13"}]';
	const { status, stdout, stderr } = placard(
		['-', '--holidays', file('holidays.json', JSON.stringify(ours))],
		cases
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '1 of 2 cases move with these bank holidays.\n' });
	expect(answersIn(stdout)).toMatchObject([
		{ id: 'A', due: '2026-10-30', was: { due: '2026-10-29' } },
		{ id: 'B' }
	]);
	expect(answersIn(stdout)[1]).not.toHaveProperty('was');
});

test('a calendar file and plain words in Welsh, which say that nobody reviewed them', () => {
	const ics = path.join(folder, 'days.ics');
	const { status, stdout } = placard([examples, '--explain', 'cy', '--ics', ics]);
	expect(status).toBe(0);
	expect(JSON.parse(stdout)).toContainEqual(
		expect.objectContaining({
			id: 'F01',
			explanation: {
				language: 'cy',
				reviewed: false,
				paragraphs: expect.arrayContaining(['Disgwylir ateb erbyn diwedd dydd Iau 29 Hydref 2026.'])
			}
		})
	);
	expect(readFileSync(ics, 'utf8').match(/^DTSTART;VALUE=DATE:20261029/gm)).toHaveLength(2);
});

test('a day beyond the known holidays is not guessed: no date, a sentence, exit 1', () => {
	const { status, stdout, stderr } = placard(['-'], '[{"id":"A","regime":"FOIA","received":"2027-12-20"}]');
	expect({ status, stderr }).toEqual({
		status: 1,
		stderr: expect.stringMatching(/^A: We cannot tell: .+ until 2027-12-31 only\.\n$/)
	});
	expect(answersIn(stdout)).toMatchObject([
		{ id: 'A', due: null, cannot_tell: expect.stringContaining('2027-12-31') }
	]);
});

describe('what cannot be used is one sentence, naming the file, and exit 2', () => {
	test.each([
		['no file', [], 'clock needs one file of cases'],
		[
			'a name of nothing',
			['nothing.json'],
			'nothing.json: there is no such file; a JSON array of cases was expected.'
		],
		['a folder', [folder], 'it is a folder; a JSON array of cases was expected.'],
		[
			'prose',
			[file('prose.json', 'Dear all,')],
			'prose.json, line 1: it is not JSON; expected an array of cases.'
		],
		[
			'a date that is none',
			[file('april.json', '[\n{"id":"A","regime":"FOIA",\n"received":"31/04/2026"}]')],
			'april.json, line 3: case A: received is "31/04/2026"; expected a date that exists'
		],
		[
			'ten million lines',
			[file('lines.json', `[${'\n'.repeat(10_000_000)}`)],
			'lines.json, line 10000001: it is not JSON'
		],
		[
			'holidays that are none',
			[examples, '--holidays', file('none.json', '{"known_until":"soon"}')],
			'none.json: known_until is "soon"; expected the last date'
		],
		['no day', [examples, '--today', 'today'], '--today is "today"; expected a date that exists'],
		['no language', [examples, '--explain', 'fr'], '--explain is "fr"; expected en or cy.'],
		['an unknown option', [examples, '--law', 'x'], "Unknown option '--law'"]
	])('%s', (_, args, sentence) => {
		const { status, stdout, stderr } = placard(args);
		expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
			status: 2,
			stdout: '',
			lines: 1
		});
		expect(stderr).toContain(sentence);
	});
});
