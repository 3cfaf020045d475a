import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRow } from './answer-row.ts';
import { clock } from './clock.ts';
import collected from './examples/collected.json' with { type: 'json' };
import ours from './examples/ours.json' with { type: 'json' };
import { readFacts } from './read-facts.ts';

const told = (text: string) =>
	readFacts(text).faults.map(({ line, sentence }) => `line ${line}: ${sentence}`);
const one = (fields: object) =>
	told(JSON.stringify([{ id: 'A', regime: 'FOIA', received: '2026-10-01', ...fields }]));

describe('what cannot be used is told in one sentence each, with its line and field', () => {
	test.each([
		['', 'line 1: it is not JSON; expected an array of cases'],
		['Dear all,', 'line 1: it is not JSON; expected an array of cases'],
		['[\n{"id": "A",\n!}]', 'line 3: it is not JSON; expected an array of cases'],
		['[\n{"id": "A"\n', 'line 3: it is not JSON; expected an array of cases'],
		['null', 'line 1: it holds nothing; expected an array of cases'],
		['"FOIA"', 'line 1: it holds a string; expected an array of cases'],
		['{"id": "A"}', 'line 1: it holds one object; expected an array of cases'],
		['[\n\n7]', 'line 1: case 1 is 7; expected an object of facts']
	])('%j', (text, sentence) => expect(told(text)).toEqual([sentence]));

	test.each([
		[{ received: '31/04/2026' }, 'received is "31/04/2026"; expected a date that exists, like "2026-10-29"'],
		[{ received: '2026-04-31' }, 'received is "2026-04-31"; expected a date that exists, like "2026-10-29"'],
		[
			{ received: undefined },
			'received is missing; expected the day it arrived, or sent with the day it was sent'
		],
		[
			{ regime: 'FOYA' },
			'regime is "FOYA"; expected a law, like "FOIA", "EIR", "FOISA", "UKGDPR-SAR" or "EUGDPR"'
		],
		[
			{ regime: undefined },
			'regime is missing; expected a law, like "FOIA", "EIR", "FOISA", "UKGDPR-SAR" or "EUGDPR"'
		],
		[{ nation: 'FR' }, 'nation is "FR"; expected "EW", "S" or "NI"'],
		[{ nation: '__proto__' }, 'nation is "__proto__"; expected "EW", "S" or "NI"'],
		[{ member_state: 'GB' }, 'member_state is "GB"; expected a code of a member state, like "DE"'],
		[{ extended: 'yes' }, 'extended is "yes"; expected true or false'],
		[
			{ clarification_received: '2026-10-09' },
			'clarification_received needs clarification_asked beside it; expected the day of asking too'
		],
		[
			{ clarification_asked: '2026-10-09', clarification_given: '2026-10-08' },
			'clarification_given is "2026-10-08", before 2026-10-09; expected that day or a later one'
		],
		[
			{ fee_notice: '2026-09-30' },
			'fee_notice is "2026-09-30", before the request of 2026-10-01; expected that day or a later one'
		],
		[
			{ closed: ['2026-10-09', '2026-10-02'] },
			'closed has ["2026-10-09","2026-10-02"]; expected a first and a last day, like ["2026-07-22", "2026-09-01"]'
		],
		[
			{ closed: 'August' },
			'closed has "August"; expected a first and a last day, like ["2026-07-22", "2026-09-01"]'
		],
		[
			{ clarification_askd: '2026-10-09' },
			'"clarification_askd" is no field; expected clarification_asked, perhaps'
		],
		[{ sent_by: 'pigeon' }, 'sent_by is "pigeon"; expected "email" or "post"']
	])('%j', (fields, sentence) => expect(one(fields)).toEqual([`line 1: case A: ${sentence}`]));

	test('the line is that of the field, and every fault is told', () => {
		const text =
			'[\n {"id": "A", "regime": "FOIA",\n  "received": "yesterday"},\n {"id": "A",\n  "regime": "EIR", "received": "2026-10-01",\n  "received": "2026-10-02"}\n]';
		expect(told(text)).toEqual([
			'line 3: case A: received is "yesterday"; expected a date that exists, like "2026-10-29"',
			'line 4: case A: another case has the same id; expected each once',
			'line 6: received stands twice in one case; expected once'
		]);
	});
});

test('a case without a name is told by its place', () => {
	expect(told('[{"regime":"FOIA","received":"2026-10-01"}]')).toEqual([
		'line 1: case 1: id is missing; expected a name of up to 200 characters'
	]);
});

test('a field that nobody knows is named, and its case answered all the same', () => {
	const { facts, unused } = readFacts(
		'[{"id":"A","regime":"FOIA","received":"2026-10-01","authority":"Camden","note":"x"}]'
	);
	expect([facts.length, [...unused]]).toEqual([1, [['A', ['authority']]]]);
});

test.each([
	['foia', 'FOIA'],
	['FOIA schools', 'FOIA-school'],
	['FOIA_review', 'FOIA-review'],
	['EIR-review', 'EIR-review'],
	['EIR-Scotland', 'EISR'],
	['FOISA-review', 'FOISA-review'],
	['UKGDPR-erasure', 'UKGDPR-rights'],
	['SAR', 'UKGDPR-SAR'],
	['DPA-complaint', 'UKGDPR-complaint'],
	['EUGDPR-SAR', 'EUGDPR'],
	['ICO-EIR', 'ICO-FOI']
])('the law %j is read as %s', (regime, name) => {
	const { facts } = readFacts(JSON.stringify([{ id: 'A', regime, received: '2026-10-01' }]));
	expect(facts[0]?.regime).toBe(name);
});

const cases = [...collected.examples, ...ours.examples];
const fields = [...new Set(cases.flatMap((example) => Object.keys(example)))];
const days = fc
	.integer({ min: 0, max: 4000 })
	.map((day) => new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10));
const anything = fc.oneof(
	days,
	fc.array(days, { maxLength: 3 }),
	fc.boolean(),
	fc.constantFrom('FOIA', 'FOIA-school', 'UKGDPR-SAR', 'EUGDPR', 'EW', 'DE', null),
	fc.anything()
);

test('whatever a case holds, it is answered or refused, and refused in whole sentences', () => {
	const broken = fc.record({
		example: fc.constantFrom(...cases),
		changes: fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 4 })
	});
	fc.assert(
		fc.property(fc.array(broken, { maxLength: 4 }), (list) => {
			const text = JSON.stringify(list.map(({ example, changes }) => ({ ...example, ...changes })));
			const { facts, faults } = readFacts(text);
			for (const { line, sentence } of faults) {
				expect(line).toBe(1);
				expect(sentence).toMatch(/^\S[^\n]+; expected [^\n]+$|^case [^\n]+$/);
			}
			for (const row of facts.map((fact) => answerRow(clock(fact)))) expect(row).toHaveProperty('steps');
			if (!faults.length) expect(facts).toHaveLength(list.length);
		}),
		{ numRuns: 500 }
	);
});

test('text that is cut, doubled or scrambled anywhere never throws', () => {
	const whole = JSON.stringify(cases, null, 1);
	const cut = fc.tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 5 }));
	fc.assert(
		fc.property(cut, ([from, to, put]) => {
			const { facts, faults } = readFacts(whole.slice(0, from) + put + whole.slice(to));
			expect(facts.length + faults.length).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 300 }
	);
	expect(readFacts('['.repeat(50_000)).faults).toHaveLength(1);
	expect(readFacts(`[{"id":"${'\\\\'.repeat(500_000)}"}]`).faults).not.toEqual([]);
});
