import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'selection-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const examples = 'packages/selection/examples';

/** As somebody runs it: a program of its own. */
function placard(...args: string[]) {
	return spawnSync(process.execPath, ['cli/placard.ts', ...args], { encoding: 'utf8' });
}

/** The seed's call in a folder of its own, with something else in what it published. */
function changed(name: string, change: (instance: { quotas: object[]; k: number }) => void): string {
	const own = path.join(folder, name);
	cpSync(path.join(examples, 'seed_five_of_50'), own, { recursive: true });
	const file = path.join(own, 'instance.json');
	const instance = JSON.parse(readFileSync(file, 'utf8')) as { quotas: object[]; k: number };
	change(instance);
	writeFileSync(file, JSON.stringify(instance));
	return own;
}

describe('cohort', () => {
	test('answers with the proven best and all that a panel asks next, the same bytes each time', () => {
		const first = placard(
			'cohort',
			`${examples}/seed_five_of_50`,
			'--seed',
			'7',
			'--draws',
			'8',
			'--weights'
		);
		expect(first.status).toBe(0);
		expect(first.stderr).toMatch(/^ +0 % {2}looking for the best cohort/);
		const answer = JSON.parse(first.stdout) as Record<string, unknown[]>;
		expect(answer).toMatchObject({ objective: 86.435, bound: 86.435, proven: true, seed: 7 });
		expect(answer['alternatives']!.map((one) => (one as { objective: number }).objective)).toEqual([
			86.245, 86.16, 86.135
		]);
		expect(answer['swaps']).toHaveLength(176);
		expect(answer['rule_prices']!.length).toBeGreaterThan(20);
		expect(answer['weights']).toHaveLength(16);
		expect(answer['because']!.join(' ')).toMatch(/Pick two of the 5 members at random/);
		const out = path.join(folder, 'answer.json');
		placard(
			'cohort',
			`${examples}/seed_five_of_50`,
			'--seed',
			'7',
			'--draws',
			'8',
			'--weights',
			'--out',
			out
		);
		expect(readFileSync(out, 'utf8')).toBe(first.stdout);
	});

	test('says no, and which rules cannot be kept together', () => {
		const own = changed('impossible', ({ quotas }) =>
			quotas.push(
				{ attribute: 'sector', value: 'housing', min: 2, max: 2 },
				{ attribute: 'sector', value: 'health', min: 2, max: 2 },
				{ attribute: 'sector', value: 'care', min: 2, max: 2 }
			)
		);
		const { status, stdout } = placard('cohort', own);
		expect(status).toBe(1);
		const { cohort, conflict } = JSON.parse(stdout) as { cohort: null; conflict: { rule: string }[] };
		expect(cohort).toBeNull();
		expect(conflict.map(({ rule }) => rule)).toEqual([
			'quota sector=housing',
			'quota sector=health',
			'quota sector=care'
		]);
	});

	test('lots among equals are a list that can be committed to', () => {
		const { status, stdout } = placard(
			'cohort',
			`${examples}/seed_five_of_50`,
			'--draws',
			'0',
			'--lots',
			'0.02'
		);
		expect(status).toBe(0);
		const { lots } = JSON.parse(stdout) as { lots: { panels: string[][]; minimum: number; cohorts: number } };
		expect(lots).toMatchObject({ cohorts: 37, minimum: 0.090909 });
		const list = path.join(folder, 'equals.json');
		writeFileSync(list, JSON.stringify(lots));
		expect(JSON.parse(placard('draw', 'commit', list).stdout)).toMatchObject({ outcomes: 1_000 });
	});

	test.each([
		[['cohort', `${examples}/seed_five_of_50`, '--lots', '2'], /^--lots is "2"; expected a share like 0.02/],
		[['cohort'], /^cohort needs one folder/],
		[['cohort', 'nowhere'], /^nowhere\/instance\.json: there is no such file; .* expected\.$/],
		[['cohort', `${examples}/seed_five_of_50`, '--seed', 'x'], /^--seed is "x"; expected a whole number/],
		[['cohort', changed('none', (instance) => (instance.k = 0))], /instance\.json, k is 0; expected >=1\.$/]
	])('%j is refused in a sentence', (args, sentence) => {
		const { status, stdout, stderr } = placard(...args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr.trim()).toMatch(sentence);
	});
});

describe('calibrate', () => {
	test('makes scores comparable', () => {
		const { status, stdout } = placard('calibrate', `${examples}/panel_40x7`);
		expect(status).toBe(0);
		const { applicant } = JSON.parse(stdout) as {
			applicant: Record<string, { calibrated: number; se: number }>;
		};
		expect(applicant['a1']!.calibrated).toBeCloseTo(5.135, 2);
		expect(applicant['a1']!.se).toBeCloseTo(0.717, 2);
	});

	test('says no with the reason and the plain means', () => {
		writeFileSync(path.join(folder, 'scores.csv'), 'application,reviewer,score\na,r,4\n');
		const { status, stdout } = placard('calibrate', folder);
		expect(status).toBe(1);
		expect(JSON.parse(stdout)).toMatchObject({
			calibrated: false,
			because: expect.stringContaining('fewer than 3 reviews') as string,
			applicant: { a: { mean: 4 } }
		});
	});
});

describe('draw', () => {
	const list = path.join(folder, 'list.json');
	const write = (panels: string[][]) => writeFileSync(list, JSON.stringify({ panels }));

	test('commits, draws and verifies; another list, number or order of events does not verify', () => {
		write([
			['a', 'b'],
			['a', 'c'],
			['b', 'c']
		]);
		const { commitment } = JSON.parse(placard('draw', 'commit', list).stdout) as { commitment: string };
		expect(commitment).toMatch(/^[0-9a-f]{64}$/);
		const when = ['--committed', '2026-11-01T10:00:00Z', '--drawn', '2026-11-02T10:00:00Z'];
		const drawn = placard('draw', 'pick', list, '--beacon', '3 17 22 41', ...when);
		const said = JSON.parse(drawn.stdout) as Record<string, unknown>;
		expect(said).toMatchObject({ commitment, outcomes: 3, beacon: '3 17 22 41' });
		const file = path.join(folder, 'draw.json');
		const verified = (change: object) => {
			writeFileSync(file, JSON.stringify({ ...said, ...change }));
			const { status, stdout } = placard('draw', 'verify', file, list);
			return { status, ...(JSON.parse(stdout) as { because: string[] }) };
		};
		expect(verified({})).toMatchObject({ status: 0, holds: true, because: [] });
		expect(verified({ beacon: '3 17 22 42', index: 7 }).status).toBe(1);
		expect(verified({ drawn: '2026-10-31T10:00:00Z' }).because).toEqual([
			'The commitment was not published before the number was known.'
		]);
		write([
			['a', 'b'],
			['a', 'c'],
			['b', 'd']
		]);
		expect(verified({}).because).toContain('The list is not the one that was committed to.');
	});

	test('a number that was known before the commitment is refused', () => {
		write([['a'], ['b']]);
		const same = '2026-11-02T10:00:00Z';
		const { status, stderr } = placard(
			'draw',
			'pick',
			list,
			'--beacon',
			'ab',
			'--committed',
			same,
			'--drawn',
			same
		);
		expect({ status, stderr: stderr.trim() }).toEqual({
			status: 2,
			stderr: 'The commitment was not published before the number was known; draw again with a new one.'
		});
	});

	test('everybody can check it with their own proof alone, and an auditor that all proofs are of the list', () => {
		write([
			['a', 'b'],
			['a', 'c'],
			['b', 'c']
		]);
		const secret = path.join(folder, 'secret');
		writeFileSync(secret, 'sixteen bytes or more');
		const kept = ['--secret', secret];
		const file = (name: string, { stdout }: { stdout: string }) => {
			writeFileSync(path.join(folder, name), stdout);
			return path.join(folder, name);
		};
		const committed = JSON.parse(placard('draw', 'commit', list, ...kept).stdout) as { proofs: string };
		const said = file('said.json', placard('draw', 'pick', list, '--beacon', '3 17 22 41', ...kept));
		const { proofs, index } = JSON.parse(readFileSync(said, 'utf8')) as { proofs: string; index: number };
		expect(proofs).toBe(committed.proofs);
		for (const id of ['a', 'b', 'c']) {
			const own = file('own.json', placard('draw', 'proof', list, '--id', id, ...kept));
			const { status, stdout } = placard('draw', 'check', said, own);
			const isIn = [
				['a', 'b'],
				['a', 'c'],
				['b', 'c']
			][index]!.includes(id);
			expect({ status, ...(JSON.parse(stdout) as object) }).toMatchObject({
				status: 0,
				holds: true,
				in: isIn
			});
		}
		expect(JSON.parse(placard('draw', 'verify', said, list, ...kept).stdout)).toMatchObject({ holds: true });
		writeFileSync(secret, 'another one than was used');
		const other = JSON.parse(placard('draw', 'verify', said, list, ...kept).stdout) as object;
		expect(other).toMatchObject({
			holds: false,
			because: ['The proofs that people were given are not of this list.']
		});
	});

	test.each([
		[['proof', 'LIST', '--id', 'z', '--secret', 'SECRET'], /list\.json: z is in none of its outcomes/],
		[
			['proof', 'LIST', '--id', 'a', '--secret', 'LIST-SHORT'],
			/has 3 bytes; expected a secret of at least 16/
		],
		[['proof', 'LIST'], /draw proof needs --id: the person whose proof it is/],
		[['check', 'LIST'], /draw check takes two files/],
		[['guess', 'LIST'], /draw needs commit, pick, verify, proof, check or page/],
		[['check', 'LIST', 'LIST'], /list\.json, commitment is undefined; expected what placard draw pick prints/]
	])('one sentence says what is wrong: %s', (given, sentence) => {
		write([['a'], ['b']]);
		const secret = path.join(folder, 'secret');
		writeFileSync(secret, 'sixteen bytes or more');
		writeFileSync(path.join(folder, 'short'), 'abc');
		const named: Record<string, string> = {
			LIST: list,
			SECRET: secret,
			'LIST-SHORT': path.join(folder, 'short')
		};
		const { status, stderr } = placard('draw', ...given.map((one) => named[one] ?? one));
		expect(status).toBe(2);
		expect(stderr.trim()).toMatch(sentence);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});

	test('writes the page by which a draw is checked without a network', () => {
		const out = path.join(folder, 'check.html');
		expect(placard('draw', 'page', '--out', out).status).toBe(0);
		expect(readFileSync(out, 'utf8')).toContain("default-src 'none'");
	});
});
