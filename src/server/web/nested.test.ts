import { expect, test } from 'vitest';
import { nested } from './nested.ts';

test('names with dots become parts of parts', () => {
	expect(nested({ name: 'Ours', 'words.en.lead': 'Hello', 'words.cy.lead': 'Helo' })).toEqual({
		name: 'Ours',
		words: { en: { lead: 'Hello' }, cy: { lead: 'Helo' } }
	});
});

test('no name reaches beyond the form', () => {
	const fields = nested({
		'__proto__.staff': 'yes',
		'constructor.prototype.staff': 'yes',
		a: 'x',
		'a.b': 'y'
	});
	expect(({} as Record<string, unknown>)['staff']).toBeUndefined();
	expect(fields['a']).toBe('x');
});
