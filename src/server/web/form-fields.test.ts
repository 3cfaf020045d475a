import { expect, test } from 'vitest';
import { formFields } from './form-action.ts';

function sent(pairs: [string, string][]): Request {
	return new Request('http://placard.test/', { method: 'POST', body: new URLSearchParams(pairs) });
}

test('a name given once is a word, several times a list', async () => {
	const fields = await formFields(
		sent([
			['name', 'Eira'],
			['topic', 'a'],
			['topic', 'b']
		])
	);
	expect(fields).toEqual({ name: 'Eira', topic: ['a', 'b'] });
});

test('a field called __proto__ is a field and nothing else', async () => {
	const fields = await formFields(sent([['__proto__', 'x']]));
	expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
	expect(Object.keys(fields)).toEqual(['__proto__']);
});

test('a form of a hundred thousand fields keeps nobody else waiting', async () => {
	const request = sent(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, 'x']));
	const started = performance.now();
	expect(Object.keys(await formFields(request))).toHaveLength(100_000);
	expect(performance.now() - started).toBeLessThan(3_000);
});
