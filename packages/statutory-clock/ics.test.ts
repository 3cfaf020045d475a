import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clock } from './clock.ts';
import { calendarOf, type CalendarOf } from './ics.ts';

const of: CalendarOf = { stamp: '20261001T000000Z', host: 'placard.example', language: 'en' };
const contested = clock({ id: 'Camden, bailiffs', regime: 'FOIA', received: '2026-09-05' });
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('a case is its days, each for the whole day, with ids that stay', () => {
	const lines = unfolded(calendarOf([{ clock: contested, sequence: 2 }], of));
	expect(lines.filter((line) => /^(UID|DTSTART|DTEND|SUMMARY|SEQUENCE)/.test(line))).toEqual([
		'UID:due-Camden%2C%20bailiffs@placard.example',
		'SEQUENCE:2',
		'DTSTART;VALUE=DATE:20261002',
		'DTEND;VALUE=DATE:20261003',
		'SUMMARY:Answer due: Camden\\, bailiffs',
		'UID:arguable-Camden%2C%20bailiffs@placard.example',
		'SEQUENCE:2',
		'DTSTART;VALUE=DATE:20261005',
		'DTEND;VALUE=DATE:20261006',
		'SUMMARY:Last arguable day for an answer: Camden\\, bailiffs'
	]);
});

test('discreet entries name nothing and explain nothing', () => {
	const text = calendarOf([{ clock: contested }], { ...of, isDiscreet: true });
	expect(text).toContain('SUMMARY:Reminder\r\n');
	expect(unfolded(text).filter((line) => /DESCRIPTION|SUMMARY.*Camden/.test(line))).toEqual([]);
});

test('a case that is over is cancelled, and a batch of such takes itself out of calendars', () => {
	const other = clock({ id: 'Other', regime: 'EIR', received: '2026-10-01' });
	const some = calendarOf([{ clock: contested, isCancelled: true }, { clock: other }], of);
	expect([some.match(/STATUS:CANCELLED/g)?.length, some.includes('METHOD:PUBLISH')]).toEqual([2, true]);
	expect(calendarOf([{ clock: other, isCancelled: true }], of)).toContain('METHOD:CANCEL');
});

test('whatever a case is called, lines are short, whole and end as they must', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (id) => {
			const text = calendarOf([{ clock: { ...contested, id } }], of);
			for (const line of text.split('\r\n')) {
				expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				expect(line).not.toMatch(/[\n\r]/);
			}
			expect(unfolded(text).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
		})
	);
});
