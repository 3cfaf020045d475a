import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('a table has a mark, its lines, and quotes where they are needed', () => {
	expect(
		csvOf([
			['Name', 'Says'],
			['Asha', 'one, "two"\nthree']
		])
	).toBe('\ufeffName,Says\r\nAsha,"one, ""two""\nthree"\r\n');
});

test('nothing that anybody writes begins a formula', () => {
	for (const text of ['=1+1', '+44 1632', '-5', '@SUM(A1)', '\tx', '=cmd|’/c calc’!A1'])
		expect(csvOf([[text]])).toMatch(/^\ufeff"?'/);
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(csvOf([[text]]).slice(1)).not.toMatch(/^"?[=+\-@]/);
		})
	);
});
