import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCallFile, UnusableFile } from './call-file.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/programme/${name}.json`, 'utf8');
const real = fixture('community-campaigns-on-data-2024');
const facts = JSON.parse(real) as Record<string, unknown>;
const changed = (change: object) => JSON.stringify({ ...facts, ...change });
const refusal = (text: string, opens?: string) => {
	try {
		readCallFile(text, { opens });
	} catch (error) {
		expect(error).toBeInstanceOf(UnusableFile);
		return (error as Error).message;
	}
	throw new Error('it was taken');
};

test('the real call of 2024 is read whole, and nothing is added to it', () => {
	const { name, content, dates, remarks } = readCallFile(real);
	expect(name).toBe('Community Campaigns on Data');
	expect(remarks).toEqual([]);
	expect(dates).toEqual({
		zone: 'Europe/London',
		opensAt: new Date('2024-02-13T00:00:00Z'),
		closesAt: new Date('2024-03-11T12:00:00Z'),
		decisionsBy: '2024-03-29',
		runsFrom: '2024-04-01',
		runsTo: '2024-09-30'
	});
	expect(content).toMatchObject({
		host: 'Connected by Data',
		changeGoals: ['collect-differently', 'stop-or-modify', 'ongoing-voice', 'community-data-counted'],
		places: { max: 5 },
		cost: 0,
		stipend: { amount: 3000, currency: 'GBP', instalments: ['start', 'end'] },
		time: { hoursPerMonth: 3 },
		offer: {
			sessions: [
				{ mode: 'face-to-face', count: 2, place: 'London' },
				{ mode: 'online', count: 4 }
			]
		},
		selection: { rule: 'maximise the opportunities for shared learning across the cohort' },
		contact: { name: 'programme team' }
	});
	expect(content).not.toHaveProperty('purpose');
	expect(Object.keys(content.selection!)).toEqual(['rule']);
});

test('a call with unknown dates is read without them', () => {
	const { content, dates, remarks } = readCallFile(fixture('responsible-data-pilot'));
	expect(dates).toMatchObject({ zone: 'UTC', opensAt: null, closesAt: null, decisionsBy: null });
	expect(content.offer!.outcomes).toHaveLength(3);
	expect(content.offer!.sessions).toHaveLength(5);
	expect(remarks).toEqual([
		'Not read, because a call has no such part: applicationsFrom, membersIn, sectors.'
	]);
});

describe('--opens moves every date by as many days and keeps the time on the wall', () => {
	test('across the spring change', () => {
		const { dates } = readCallFile(real, { opens: '2026-03-10' });
		expect(dates).toEqual({
			zone: 'Europe/London',
			opensAt: new Date('2026-03-10T00:00:00Z'),
			closesAt: new Date('2026-04-06T11:00:00Z'),
			decisionsBy: '2026-04-24',
			runsFrom: '2026-04-27',
			runsTo: '2026-10-26'
		});
	});
	test('a call that does not say when it opens is not moved, and the answer says so', () => {
		const { dates, remarks } = readCallFile(fixture('responsible-data-pilot'), { opens: '2026-03-10' });
		expect(dates.opensAt).toBeNull();
		expect(remarks.join()).toContain('--opens could not move');
	});
	test('to no day of the calendar is refused', () => {
		expect(refusal(real, '2026-02-30')).toBe('--opens is "2026-02-30"; expected a date like "2026-03-01"');
		expect(refusal(real, 'today')).toContain('--opens is "today"; expected');
	});
});

describe('unknown calls of the same shape', () => {
	test('of everything but the name nothing is needed', () => {
		expect(readCallFile('{"programme":"Spring"}')).toEqual({
			name: 'Spring',
			content: { name: 'Spring' },
			dates: { zone: 'UTC', opensAt: null, closesAt: null, decisionsBy: null, runsFrom: null, runsTo: null },
			remarks: []
		});
	});
	test.each([
		['America/New_York', '2024-03-11T16:00:00Z'],
		['Asia/Kathmandu', '2024-03-11T06:15:00Z'],
		['Australia/Lord_Howe', '2024-03-11T01:00:00Z'],
		['UTC', '2024-03-11T12:00:00Z']
	])('noon in %s is %s', (timeZone, instant) => {
		expect(readCallFile(changed({ timeZone })).dates.closesAt).toEqual(new Date(instant));
	});
	test('times that the clocks skip or repeat are taken, and told', () => {
		const skipped = readCallFile(changed({ closes: '2024-03-31T01:30:00' }));
		expect(skipped.dates.closesAt).toEqual(new Date('2024-03-31T01:30:00Z'));
		expect(skipped.remarks[0]).toContain('skip 2024-03-31T01:30:00');
		const repeated = readCallFile(changed({ closes: '2024-10-27T01:30:00' }));
		expect(repeated.dates.closesAt).toEqual(new Date('2024-10-27T00:30:00Z'));
		expect(repeated.remarks[0]).toContain('twice');
	});
	test('a change goal in other words is kept in those words', () => {
		const { content, remarks } = readCallFile(
			changed({ changeGoals: ['ongoing voice', 'open the algorithm'] })
		);
		expect(content).toMatchObject({ changeGoals: ['ongoing-voice'], otherGoals: ['open the algorithm'] });
		expect(remarks[0]).toContain('open the algorithm');
	});
	test('a mark at the beginning of the file is no obstacle', () => {
		expect(readCallFile(`\uFEFF${real}`).name).toBe('Community Campaigns on Data');
	});
});

describe('what cannot be used is refused in one sentence: what is wrong, what is expected', () => {
	test.each([
		['', 'it is not JSON (it is empty); a call was expected, as a JSON object'],
		['{"programme":\n"Spring",\n!}', 'it is not JSON (line 3); a call was expected, as a JSON object'],
		[
			'{"programme":"Spr',
			expect.stringMatching(/^it is not JSON \(.+\); a call was expected, as a JSON object$/)
		],
		['Dear all,', 'it is not JSON (line 1); a call was expected, as a JSON object'],
		[
			`${real.slice(0, 400)}\n\nsoon`.replaceAll('\n', '\n\n'),
			expect.stringMatching(/^it is not JSON \(line \d\d\)/)
		],
		['{"programme":"x"', 'it is not JSON (it ends too early); a call was expected, as a JSON object'],
		[changed({ programme: '\u0000' }), 'programme is "\\u0000"; expected a text'],
		[
			changed({ contact: { email: 'nobody' } }),
			'contact.email is "nobody"; expected an email address like "programme@example.org"'
		],
		[changed({ rules: Array.from({ length: 25 }, () => 'x') }), 'rules is a list; expected a shorter list'],
		[
			changed({ timeCommitment: { hoursPerMonth: 1000 } }),
			'timeCommitment.hoursPerMonth is 1000; expected a number that a call can have'
		],
		[
			`{"programme":"x","topics":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
			expect.stringMatching(/^topics\[0\] is a list; expected a text/)
		],
		['[]', 'it holds a list; a call was expected, as a JSON object'],
		['null', 'it holds nothing; a call was expected, as a JSON object'],
		['"call"', 'it holds a long text; a call was expected, as a JSON object'],
		['{}', 'programme is missing; expected the name of the programme'],
		[changed({ programme: ' ' }), 'programme is " "; expected the name of the programme'],
		[changed({ programme: 7 }), 'programme is 7; expected the name of the programme'],
		[changed({ places: 5 }), 'places is 5; expected an object with named values'],
		[changed({ places: { max: 'five' } }), 'places.max is "five"; expected a whole number'],
		[changed({ places: { max: 0 } }), 'places.max is 0; expected a whole number, 1 or more'],
		[changed({ cost: -1 }), 'cost is -1; expected a number, 0 or more'],
		[changed({ topics: 'law' }), 'topics is "law"; expected a list of texts'],
		[changed({ topics: ['law', 3] }), 'topics[1] is 3; expected a text'],
		[changed({ sessions: [{ count: 'two' }] }), 'sessions[0].count is "two"; expected a whole number'],
		[
			changed({ stipend: { amount: 1, currency: 'pounds' } }),
			'stipend.currency is "pounds"; expected a currency of three letters like "GBP"'
		],
		[
			changed({ timeZone: 'Europe/Londen' }),
			'timeZone is "Europe/Londen"; expected an IANA time zone like "Europe/London"'
		],
		[changed({ timeZone: null }), 'timeZone is missing; expected an IANA time zone like "Europe/London"'],
		[
			changed({ closes: '11 March' }),
			'closes is "11 March"; expected a date and time of the calendar like "2024-03-11T12:00:00", without an offset'
		],
		[changed({ closes: '2024-03-11T12:00:00Z' }), expect.stringContaining('without an offset')],
		[changed({ closes: '2024-02-30T12:00:00' }), expect.stringContaining('of the calendar')],
		[
			changed({ closes: '2024-01-01T12:00:00' }),
			'closes is "2024-01-01T12:00:00"; expected a time after it opens ("2024-02-13T00:00:00")'
		],
		[changed({ decisionsBy: 20240329 }), 'decisionsBy is 20240329; expected a date like "2024-03-29"'],
		[
			changed({ purpose: 'x'.repeat(6001) }),
			'purpose is a long text; expected a text of at most 6000 characters'
		],
		[changed({ host: { name: 'x' } }), 'host is {"name":"x"}; expected a text'],
		[
			JSON.stringify({ programme: 'x', more: 'y'.repeat(5_000_000) }),
			'it is 5.0 MB long; a call was expected, in less than 1 MB'
		]
	])('file %#', (text, sentence) => expect(refusal(text)).toEqual(sentence));
});

test('whatever stands in the file, it is a call or it is refused in a sentence', () => {
	const keys = fc.constantFrom(
		...Object.keys(facts),
		'criteria',
		'kinds',
		'keep',
		'purpose',
		'rules',
		'outcomes'
	);
	const part = fc.oneof(
		fc.jsonValue({ maxDepth: 3 }),
		fc.string({ unit: 'binary' }),
		fc.constant('x'.repeat(400))
	);
	fc.assert(
		fc.property(keys, part, fc.option(keys), part, (key, value, other, more) => {
			const text = changed({ [key]: value, ...(other ? { [other]: more } : {}) });
			try {
				readCallFile(text);
			} catch (error) {
				expect(error).toBeInstanceOf(UnusableFile);
				expect((error as Error).message).toMatch(/expected/);
			}
		}),
		{ numRuns: 1500 }
	);
});

test('any small change to one value of a list or an object is read or refused in a sentence', () => {
	const shapes = fc.record(
		{
			stipend: fc.record({ amount: fc.double(), currency: fc.string(), instalments: fc.array(fc.string()) }),
			places: fc.record({ max: fc.oneof(fc.integer(), fc.double(), fc.string()) }),
			contact: fc.oneof(fc.string(), fc.record({ name: fc.string(), email: fc.string() })),
			sessions: fc.array(fc.record({ count: fc.integer(), mode: fc.string(), about: fc.string() })),
			kinds: fc.array(fc.record({ kind: fc.string(), example: fc.string() })),
			criteria: fc.array(fc.record({ name: fc.string(), weight: fc.double() }))
		},
		{ requiredKeys: [] }
	);
	fc.assert(
		fc.property(shapes, (change) => {
			try {
				readCallFile(changed(change));
			} catch (error) {
				expect(error).toBeInstanceOf(UnusableFile);
			}
		}),
		{ numRuns: 1000 }
	);
});
