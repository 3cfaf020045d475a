import { expect, test } from 'vitest';
import { alike, plainName, type Facts } from './alike.ts';

const facts = (id: string, more: Partial<Facts>): Facts => ({
	id,
	reference: id,
	group: id,
	email: '',
	telephone: '',
	...more
});

test.each([
	['The Damp-Watch Group CIC', 'damp watch'],
	['DAMP WATCH', 'damp watch'],
	['Grŵp Llaith', 'llaith']
])('“%s” is compared as “%s”', (name, plain) => expect(plainName(name)).toBe(plain));

test.each([
	[{ email: 'Asha@example.org ' }, { email: 'asha@example.org' }, ['email']],
	[{ telephone: '+44 7700 900461' }, { telephone: '07700 900 461' }, ['telephone']],
	[{ group: 'Damp Watch' }, { group: 'The Damp Watch Group' }, ['name']],
	[{ group: 'Tenants Unite' }, { group: 'Tenants United' }, ['name-nearly']],
	[{ group: 'Ask us' }, { group: 'Ask it' }, undefined],
	[{ telephone: '12345' }, { telephone: '12345' }, undefined],
	[{ email: '' }, { email: '' }, undefined]
])('%j and %j: %j', (one, two, because) => {
	expect(alike([facts('a', one), facts('b', two)])[0]?.because).toEqual(because);
});

test('three thousand are compared within a second', () => {
	const many = Array.from({ length: 3000 }, (_, index) =>
		facts(`${index}`, { group: `Group number ${index * 7919}` })
	);
	const begun = performance.now();
	alike(many);
	expect(performance.now() - begun).toBeLessThan(1000);
});
