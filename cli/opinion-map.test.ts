import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'opinion-map-'));
const pack = 'packages/opinion-map/examples/brexit-consensus';

function placard(args: string[], input = '') {
	return spawnSync(process.execPath, ['cli/placard.ts', 'opinion-map', ...args], { input, encoding: 'utf8' });
}

function file(name: string, content: string | Buffer): string {
	writeFileSync(path.join(folder, name), content);
	return path.join(folder, name);
}

test('the answer is one JSON, the same for the same seed, with the map and the published files on request', () => {
	const asked = [`${pack}/votes.csv`, '--statements', `${pack}/statements.csv`, '--seed', '7'];
	const extra = ['--svg', path.join(folder, 'map.svg'), '--export', path.join(folder, 'published')];
	const first = placard([...asked, ...extra]);
	expect(first.status).toBe(0);
	const { profile, k, groups, membership } = JSON.parse(first.stdout) as Record<string, object>;
	expect({ profile, k, people: Object.keys(groups!).length }).toEqual({
		profile: 'placard',
		k: 3,
		people: 189
	});
	expect(Object.keys(membership!)).toHaveLength(189);
	expect(readFileSync(path.join(folder, 'map.svg'), 'utf8')).toContain('</svg>');
	expect(readdirSync(path.join(folder, 'published'))).toHaveLength(4);
	expect(placard(['-', ...asked.slice(1)], readFileSync(asked[0]!, 'utf8')).stdout).toBe(first.stdout);
});

test('classic takes groups as given, and says what was replaced on standard error', () => {
	const out = path.join(folder, 'answer.json');
	const groups = `${pack}/published.json`;
	const said = placard([`${pack}/votes.csv`, '--profile', 'classic', '--groups', groups, '--out', out]);
	expect(said).toMatchObject({ status: 0, stdout: '' });
	expect(said.stderr).toContain('9 votes were replaced by a later vote');
	const answer = JSON.parse(readFileSync(out, 'utf8')) as { repness: Record<string, { tid: number }[]> };
	expect(Object.keys(answer.repness)).toEqual(['0', '1']);
});

describe('what cannot be used is one sentence, naming the file and the line, and exit 2', () => {
	const votes = `${pack}/votes.csv`;
	test.each([
		['no file', [], 'opinion-map needs one file of votes'],
		['a name of nothing', ['none.csv'], 'none.csv: there is no such file; a file was expected.'],
		['a folder', [folder], `${folder}: it is a folder`],
		[
			'a wrong vote',
			[file('agree.csv', 'participant,statement,vote\n1,1,yes\n')],
			'agree.csv, line 2: the vote is "yes"'
		],
		['bytes', [file('bytes.csv', Buffer.from([0xff, 0xfe, 0x00]))], 'it is not text in UTF-8'],
		['not groups', [votes, '--groups', votes], 'votes.csv, it is not JSON'],
		[
			'an unknown profile',
			[votes, '--profile', 'polis'],
			'The profile is "polis"; expected placard or classic.'
		],
		['no seed', [votes, '--seed', 'x'], 'The seed is "x"; expected a whole number.'],
		['an unknown option', [votes, '--publish'], "Unknown option '--publish'"]
	])('%s', (_, args, sentence) => {
		const { status, stdout, stderr } = placard(args);
		expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
			status: 2,
			stdout: '',
			lines: 1
		});
		expect(stderr).toContain(sentence);
	});

	test('signs that are turned round', () => {
		const turned = readFileSync(votes, 'utf8').replaceAll(/(-?)1$/gm, (_, minus: string) =>
			minus ? '1' : '-1'
		);
		const asked = [file('turned.csv', turned), '--statements', `${pack}/statements.csv`];
		expect(placard(asked)).toMatchObject({
			status: 2,
			stderr: expect.stringContaining('signs are turned round')
		});
	});
});
