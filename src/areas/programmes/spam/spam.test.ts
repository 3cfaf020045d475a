import { expect, test } from 'vitest';
import { signsOf } from './spam.ts';

const begunAt = new Date('2026-01-15T12:00:00Z');
const after = (seconds: number) => new Date(begunAt.getTime() + seconds * 1000);
const usual = { begunAt, submittedAt: after(3600), enteredFrom: null, texts: ['Words.'], others: 0 };

test.each([
	[{}, []],
	[{ submittedAt: after(59) }, [{ is: 'quick', seconds: 59 }]],
	[{ submittedAt: after(60) }, []],
	[{ submittedAt: after(3), enteredFrom: 'paper' }, []],
	[{ others: 2 }, [{ is: 'same-text', others: 2 }]],
	[{ texts: ['https://a.example', 'www.b.example/x https://c.example'] }, [{ is: 'links-only' }]],
	[{ texts: ['https://a.example'] }, []],
	[{ texts: ['https://a.example', 'See https://a.example'] }, []]
])('of %j the signs are %j', (facts, signs) => {
	expect(signsOf({ ...usual, ...facts })).toEqual(signs);
});
