import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dateFormat, numberFormat } from './formats.ts';

const noon = new Date('2026-07-01T12:00:00Z');

test('the same way of writing is made once, and another is another', () => {
	const inLondon = dateFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
	expect(dateFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' })).toBe(inLondon);
	const others = [
		dateFormat('cy', { timeStyle: 'short', timeZone: 'Europe/London' }),
		dateFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Kathmandu' }),
		dateFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })
	];
	expect([inLondon, ...others].map((format) => format.format(noon))).toEqual([
		'13:00',
		'13:00',
		'17:45',
		'1 July 2026'
	]);
});

test('a number and a date never stand for each other', () => {
	expect(dateFormat('en-GB', {}).format(noon)).toBe('01/07/2026');
	expect(numberFormat('en-GB').format(3000)).toBe('3,000');
	expect(numberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(3000)).toBe('£3,000.00');
});

test('nobody else makes one, since each page would make it for each line', () => {
	const makers = globSync('src/**/*.{ts,svelte}', { exclude: (name) => name.includes('generated') }).filter(
		(file) => /new Intl\.(DateTimeFormat|NumberFormat)\b/.test(readFileSync(file, 'utf8'))
	);
	// shared/dates.ts asks whether there is such a zone at all, of names that anybody may type.
	// What runs in a browser says one figure at a time.
	const once = ['src/enhance/upload/panel.ts', 'src/shared/dates.ts', 'src/shared/formats.ts'];
	expect(makers.sort()).toEqual(once);
});
