import { expect, test } from 'vitest';
import { givesAway } from './questions.ts';

test.each([
	['Can a group of three apply?', []],
	['Write to asha@example.org about it', ['address']],
	['Ring 07700 900461, or +44 (0)113 496 0000', ['telephone']],
	['Our application is K7M-4QX', ['reference']],
	['We are Damp-Watch Leeds and ask', ['group']],
	['We have 2024 members and £1,200', []],
	['Is there damp here?', []]
] as const)('in “%s” the hints are %j', (text, found) => {
	expect(givesAway(text, ['Damp Watch Leeds', 'Damp'])).toEqual(found);
});
