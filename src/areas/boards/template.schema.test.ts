import * as v from 'valibot';
import { expect, test } from 'vitest';
import { TemplateShape } from './template.schema.ts';
import type { Template } from './template.ts';

const w = (en: string) => ({ en });
const lane = (key: string, letter: string) => ({
	key,
	name: w(key),
	prompt: w('What is it?'),
	letter,
	feeds: null,
	isOptional: false
});
const small: Template = {
	key: 'small',
	name: { en: 'Small', ar: 'صغير' },
	about: w('A small one.'),
	picture: 'columns',
	lanes: [lane('one', 'o'), lane('two', 't')],
	axes: null,
	kinds: [{ key: 'note', name: w('Note'), mark: 'square', colour: 1, fields: [], isAboutSomebody: false }],
	links: [],
	steps: [{ key: 'write', name: w('Write'), says: w('Write.'), minutes: 5, may: ['add'], lanes: ['one'] }],
	isAnonymous: 'never'
};

const codes = (any: unknown) => v.safeParse(TemplateShape, any).issues?.map(({ message }) => message) ?? [];

test('a template comes back as it was', () => {
	expect(v.parse(TemplateShape, small)).toEqual(small);
});

test.each<[string, unknown, string]>([
	['a word that nobody knows', { ...small, colour: 'red' }, 'wrong-kind'],
	['no name in English', { ...small, name: { cy: 'Bach' } }, 'missing'],
	[
		'a name in a language that we do not speak',
		{ ...small, name: { en: 'Small', tlh: 'mach' } },
		'wrong-kind'
	],
	['two lanes with one letter', { ...small, lanes: [lane('one', 'o'), lane('two', 'o')] }, 'said-twice'],
	['two lanes with one key', { ...small, lanes: [lane('one', 'o'), lane('one', 't')] }, 'said-twice'],
	['a step in a lane that is not there', { ...small, lanes: [lane('two', 't')] }, 'not-an-option'],
	['a map without axes', { ...small, picture: 'plane' }, 'missing'],
	['columns without lanes', { ...small, lanes: [], steps: [] }, 'missing'],
	['no kind of note', { ...small, kinds: [] }, 'missing'],
	['an eighth colour', { ...small, kinds: [{ ...small.kinds[0]!, colour: 8 }] }, 'out-of-range'],
	['a name of a whole page', { ...small, name: w('a'.repeat(121)) }, 'too-long'],
	[
		'a link between kinds that are not there',
		{ ...small, links: [{ key: 'then', name: w('then'), from: ['note'], to: ['play'] }] },
		'not-an-option'
	]
])('%s is refused', (_, template, code) => {
	expect(codes(template)).toContain(code);
});
