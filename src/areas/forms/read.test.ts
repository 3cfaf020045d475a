import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '#shared/word-count';
import type { Typed } from './answer.ts';
import type { Kind, Question } from './question.ts';
import { read } from './read.ts';

const ask = (kind: Kind): Question => ({ ...kind, key: 'q', label: { text: 'Q' }, seenBy: 'staff' });
const options = ['access', 'governance', 'counterdata'].map((value) => ({ value, label: { text: value } }));

const email = ask({ kind: 'email' });
const telephone = ask({ kind: 'telephone' });
const link = ask({ kind: 'link' });
const number = ask({ kind: 'number', least: 0 });
const decimal = ask({ kind: 'number', decimal: true });
const date = ask({ kind: 'date', least: '1900-01-01', most: '2030-12-31' });
const choice = ask({ kind: 'choice', options });
const several = ask({ kind: 'several', options, atMost: 2 });
const fifty = ask({ kind: 'long-text', maxWords: 50 });

describe('people’s ways of writing are understood', () => {
	test.each<[Question, Typed, unknown]>([
		[email, 'asha@example.org', 'asha@example.org'],
		[email, '  asha @ example.org ', 'asha@example.org'],
		[email, 'Asha Rahman <asha@Example.ORG>,', 'asha@example.org'],
		[email, 'mailto:asha@example.org.', 'asha@example.org'],
		[email, 'o’neil@example.org', 'o’neil@example.org'],
		[email, 'post@bürger.example', 'post@bürger.example'],
		[telephone, '01632 960 001', '01632 960 001'],
		[telephone, '+44 (0)1632 960-001', '+44 (0)1632 960-001'],
		[telephone, 'tel:+441632960001', '+441632960001'],
		[telephone, '01632 960001 ext. 12', '01632 960001 ext 12'],
		[telephone, '٠١٦٣٢٩٦٠٠٠١', '01632960001'],
		[link, 'www.example.org', 'https://www.example.org/'],
		[link, ' example.org/our campaign', 'https://example.org/ourcampaign'],
		[link, 'http://example.org:8080/a?b=c#d', 'http://example.org:8080/a?b=c#d'],
		[link, 'example.org:8080', 'https://example.org:8080/'],
		[number, '1,200', 1200],
		[number, '£ 3 000', 3000],
		[number, '1,234,567', 1234567],
		[number, '٣٠٠', 300],
		[number, '12.0', 12],
		[decimal, '1.5', 1.5],
		[decimal, '1,5', 1.5],
		[decimal, '1.200,50', 1200.5],
		[date, { day: '11', month: '3', year: '2026' }, '2026-03-11'],
		[date, { day: '11th', month: 'March', year: '26' }, '2026-03-11'],
		[date, { day: ' 1', month: 'sept', year: '2026 ' }, '2026-09-01'],
		[date, '11/3/2026', '2026-03-11'],
		[date, '11 March 2026', '2026-03-11'],
		[date, 'March 11, 2026', '2026-03-11'],
		[date, '11 Mawrth 2026', '2026-03-11'],
		[date, '1er février 2026', '2026-02-01'],
		[date, '1 FEVRIER 2026', '2026-02-01'],
		[date, '11 de marzo de 2026', '2026-03-11'],
		[date, '١١ اغسطس ٢٠٢٦', '2026-08-11'],
		[date, '1af o Fawrth 2026', '2026-03-01'],
		[date, '2026-03-11', '2026-03-11'],
		[date, '29 2 2028', '2028-02-29'],
		[choice, 'access', 'access'],
		[several, ['counterdata', 'access', 'access'], ['access', 'counterdata']],
		[several, 'access', ['access']],
		[ask({ kind: 'short-text' }), ' Rent \n Watch ', 'Rent Watch'],
		[ask({ kind: 'statement' }), 'yes', true]
	])('%o %o', (question, typed, value) => {
		expect(read(question, typed)).toEqual({ value });
	});
});

describe('what makes no sense has a code, and a limit where there is one', () => {
	test.each<[Question, Typed, object]>([
		[email, 'asha', { code: 'not-an-email' }],
		[email, 'asha@example', { code: 'not-an-email' }],
		[email, 'a@b@example.org', { code: 'not-an-email' }],
		[email, 'asha@127.0.0.1', { code: 'not-an-email' }],
		[email, 'a@example.org\nBcc: b@example.org', { code: 'not-an-email' }],
		[email, `${'a'.repeat(65)}@example.org`, { code: 'not-an-email' }],
		[telephone, '12345', { code: 'not-a-telephone' }],
		[telephone, 'ask at the desk', { code: 'not-a-telephone' }],
		[telephone, '1234567890123456', { code: 'not-a-telephone' }],
		[link, 'javascript:alert(1)', { code: 'not-a-link' }],
		[link, 'https://me:secret@example.org', { code: 'not-a-link' }],
		[link, 'our website', { code: 'not-a-link' }],
		[link, 'ftp://example.org', { code: 'not-a-link' }],
		[number, 'about 50', { code: 'not-a-number' }],
		[number, '1.5', { code: 'not-whole' }],
		[number, '-1', { code: 'too-small', least: 0 }],
		[number, '1'.repeat(400), { code: 'not-a-number' }],
		[date, { day: '31', month: '2', year: '2026' }, { code: 'not-a-date' }],
		[date, { day: '', month: '3', year: '2026' }, { code: 'not-a-date' }],
		[date, '3/25/2026', { code: 'not-a-date' }],
		[date, 'soon', { code: 'not-a-date' }],
		[date, '1 1 1850', { code: 'too-early', least: '1900-01-01' }],
		[date, '1 1 2031', { code: 'too-late', most: '2030-12-31' }],
		[choice, 'surveillance', { code: 'not-an-option' }],
		[several, ['access', '<script>'], { code: 'not-an-option' }],
		[several, ['access', 'governance', 'counterdata'], { code: 'too-many-options', limit: 2 }],
		[fifty, 'word '.repeat(51), { code: 'too-many-words', words: 51, limit: 50 }],
		[fifty, 'x'.repeat(100_001), { code: 'too-long' }],
		[ask({ kind: 'statement' }), 'no', { code: 'not-agreed' }]
	])('%o %o', (question, typed, wrong) => {
		expect(read(question, typed)).toEqual({ value: null, wrong });
	});
});

describe('whatever is sent', () => {
	const kinds: Question[] = [email, telephone, link, number, decimal, date, choice, several, fifty];
	const anything = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc.array(fc.string({ maxLength: 20 })),
		fc.record({ day: fc.string(), month: fc.string(), year: fc.string() })
	);

	test('every question answers with a value or a code, never both and never a crash', () => {
		fc.assert(
			fc.property(fc.constantFrom(...kinds), anything, (question, typed) => {
				const { value, wrong } = read(question, typed);
				if (wrong) expect(value).toBeNull();
			}),
			{ numRuns: 2000 }
		);
	});
	test('what was read once reads the same again', () => {
		fc.assert(
			fc.property(fc.constantFrom(email, telephone, link, date), fc.string(), (question, typed) => {
				const { value } = read(question, typed);
				if (value !== null) expect(read(question, value as Typed).value).toEqual(value);
			})
		);
	});
	test('a text within its words is kept whole but for the white space around it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
				const { value } = read(fifty, text);
				if (text.trim() && countWords(text) <= 50) expect(value).toBe(text.trim());
			})
		);
	});
	test('every civil day is read back from its figures', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('1900-01-01'), max: new Date('2030-12-30'), noInvalidDate: true }),
				(any) => {
					const [year, month, day] = any.toISOString().slice(0, 10).split('-') as [string, string, string];
					expect(read(date, { day, month, year }).value).toBe(`${year}-${month}-${day}`);
					expect(read(date, `${Number(day)}.${Number(month)}.${year}`).value).toBe(`${year}-${month}-${day}`);
				}
			)
		);
	});
	test('hostile addresses take no time', () => {
		const started = performance.now();
		for (const text of [
			'a'.repeat(50_000),
			`${'a.'.repeat(25_000)}@`,
			`a@${'b.'.repeat(25_000)}`,
			'<'.repeat(50_000)
		])
			for (const question of kinds) read(question, text);
		expect(performance.now() - started).toBeLessThan(2000);
	});
});
