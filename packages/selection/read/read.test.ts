import { expect, test } from 'vitest';
import { below, Malformed, randomFrom } from '#packages/common';
import { textOf } from '../reference/examples.ts';
import { readApplications } from './read-applications.ts';
import { readCall } from './read-call.ts';

const header = 'id,kind,groups,offers,needs,score,score_se,eligible';
const read = (text: string, topics: string[] = []) => readApplications(text, ['kind'], topics);

test('an application is read with its lists', () => {
	expect(
		read(`\uFEFF${header}\r\n a1 ,counterdata,"migrant; low-income",media,policy;organising,0.5,,1\r\n`)
	).toEqual([
		{
			id: 'a1',
			attributes: { kind: 'counterdata' },
			groups: ['migrant', 'low-income'],
			offers: ['media'],
			needs: ['policy', 'organising'],
			score: 0.5,
			scoreError: 0,
			isEligible: true
		}
	]);
});

test.each([
	[
		'',
		'line 1: there is no column "id"; expected id, groups, offers, needs, score, score_se, eligible, kind'
	],
	['id,groups,offers,needs,score,eligible\n', 'line 1: there is no column "kind"'],
	[`${header}\na1,k,,,,0.5,1\n`, 'line 2: 7 fields stand here; expected 8, as in the first line'],
	[`${header}\n,k,,,,0.5,,1\n`, 'line 2: the application has no id'],
	[`${header}\na,k,,,,5,,1\n`, 'line 2: score is "5"; expected a number from 0 to 1'],
	[`${header}\na,k,,,,0.5,-1,1\n`, 'line 2: score_se is "-1"; expected a number from 0 to 1'],
	[`${header}\na,k,,,,0.5,,yes\n`, 'line 2: eligible is "yes"; expected 1 or 0'],
	[`${header}\na,k,,x;x,,0.5,,1\n`, 'line 2: offers names "x" twice; expected it once'],
	[`${header}\na,k,,,,0.5,,1\na,k,,,,0.5,,1\n`, 'line 3: "a" is here twice; expected it once'],
	[`${header}\na,k,,"x,,0.5,,1\n`, 'line 2: a quote is opened and never closed']
])('%j is refused in a sentence', (text, sentence) => {
	expect(() => read(text)).toThrow(sentence);
});

test('a topic that the call does not have is a slip of the pen', () => {
	expect(() => read(`${header}\na,k,,medai,,0.5,,1\n`, ['media'])).toThrow(
		'line 2: offers names "medai"; expected topics of the call: media'
	);
});

const call = { k: 5, attributes: { kind: 1 }, weights: { difference: 0.4, match: 0.35, score: 0.25 } };

test.each([
	['{', 'it is not JSON'],
	['[]', 'expected'],
	[JSON.stringify({ ...call, k: 0 }), 'k is 0; expected >=1'],
	[JSON.stringify({ ...call, k: 2.5 }), 'k is 2.5; expected'],
	[JSON.stringify({ ...call, attributes: { kind: 0 } }), 'all attributes weigh 0'],
	[JSON.stringify({ ...call, weights: { difference: 1, match: 1 } }), 'weights.score is undefined; expected'],
	[
		JSON.stringify({ ...call, quotas: [{ attribute: 'kind', value: 'a', min: 3, max: 2 }] }),
		'the quota on kind a wants at least 3 and at most 2; expected the least first'
	],
	[
		JSON.stringify({ ...call, not_alone: [['kinds', 'a']] }),
		'a rule speaks of "kinds"; expected groups or kind'
	]
])('the call %j is refused in a sentence', (text, sentence) => {
	expect(() => readCall(text)).toThrow(sentence);
});

test('whatever is changed in a file, it is read or refused in a sentence', () => {
	const files = [textOf('seed_five_of_50', 'applications.csv'), textOf('seed_five_of_50', 'instance.json')];
	const readers = [(text: string) => readApplications(text, ['kind'], []), readCall];
	for (let seed = 0; seed < 1_000; seed++) {
		const which = seed % 2;
		try {
			readers[which]!(mutated(files[which]!, seed));
		} catch (error) {
			expect(error, `seed ${seed}`).toBeInstanceOf(Malformed);
			expect((error as Error).message).toMatch(/expected/);
		}
	}
});

function mutated(text: string, seed: number): string {
	const random = randomFrom(seed);
	const bits = ['"', ',', '\n', '{', ']', '9e999', '\0', '-', 'é', ';', '1', 'null'];
	let changed = text;
	for (let times = 1 + below(4, random); times > 0; times--) {
		const at = below(changed.length, random);
		changed = changed.slice(0, at) + bits[below(bits.length, random)]! + changed.slice(at + below(8, random));
	}
	return changed;
}
