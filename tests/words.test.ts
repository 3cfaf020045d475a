import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import settings from '../project.inlang/settings.json' with { type: 'json' };
import { fieldCodesIn } from '../scripts/field-codes.ts';
import { ourSources, readByEverybody } from '../scripts/who-reads.ts';
import type { Locale } from '#words/addresses';
import { deskLanguages } from '#words/tongues';

type Messages = Record<string, unknown>;

const families = readdirSync('messages').map((name) => name.split('.')[0]!);
const sources = import.meta.glob<string>(
	['/src/**/*.{ts,svelte}', '!/src/words/generated/**', '/cli/**/*.ts'],
	{
		eager: true,
		query: '?raw',
		import: 'default'
	}
);
const code = Object.values(sources).join('\n');

function read(family: string, locale: string): Messages {
	const file = `messages/${family}.${locale}.json`;
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Messages) : {};
}

function all(locale: string): Messages {
	return Object.assign({}, ...[...new Set(families)].map((family) => read(family, locale))) as Messages;
}

const english = all(settings.baseLocale);
/** What people outside the desk can meet is needed in every language; who works there has English and Welsh. */
const everybody = readByEverybody(ourSources(), Object.keys(english));
const prefixes = [...code.matchAll(/words: ([a-z_]+_)\*/g)].map((found) => found[1]!);

test('every family of messages is known to the compiler', () => {
	const known = settings['plugin.inlang.messageFormat'].pathPattern.map(
		(pattern) => /messages\/(\w+)/.exec(pattern)![1]
	);
	expect(families.filter((family) => !known.includes(family))).toEqual([]);
});

describe.each(settings.locales)('%s', (locale) => {
	const ours = all(locale);

	test('has no sentence that English does not have', () => {
		expect(Object.keys(ours).filter((key) => !(key in english))).toEqual([]);
	});

	test('has every sentence that its readers can meet', () => {
		const needed = deskLanguages.includes(locale as Locale) ? Object.keys(english) : [...everybody.keys()];
		expect(needed.filter((key) => !(key in ours))).toEqual([]);
	});

	test('uses the same places to fill in, and no sentence is empty', () => {
		for (const [key, text] of Object.entries(ours)) {
			expect(text, key).not.toBe('');
			expect(placesIn(text), key).toEqual(placesIn(english[key]));
		}
	});
});

/** In Arabic the noun changes with the number and the number is often not said, so that no form stands for the rest. */
test.each(settings.locales)('in %s no number is left without its form of a sentence', (locale) => {
	const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
	for (const [key, variants] of Object.entries(all(locale)).filter(([, text]) => Array.isArray(text)))
		for (const { match } of variants as { match: Record<string, string> }[]) {
			const given = Object.keys(match).map((one) => one.split('=').at(-1)!);
			const rest = given.includes('*') && locale !== 'ar';
			const covered = rest || needed.every((category) => given.includes(category));
			expect(covered, `${key}: ${given.join(', ')}`).toBe(true);
		}
});

test('every sentence is said somewhere', () => {
	const isSaid = (key: string) => code.includes(`m.${key}`) || code.includes(`'${key}'`);
	expect(Object.keys(english).filter((key) => !isSaid(key) && !isChosenByCode(key))).toEqual([]);
});

test('a page of the desk is known by its own sentences, and a page of an applicant by its own', () => {
	const sources = new Map([
		['src/routes/+page.ts', "import { Shown } from '#ui';\nimport { said } from '../said.ts';"],
		['src/routes/desk/+page.ts', "import { Kept } from '#ui';\nm.a_desk()"],
		[
			'src/ui/index.ts',
			"export { default as Shown } from './Shown.ts';\nexport { default as Kept } from './Kept.ts';"
		],
		['src/ui/Shown.ts', 'm.a_shown()'],
		['src/ui/Kept.ts', 'm.a_kept()'],
		['src/said.ts', "import type { Kept } from '#ui';\n/** words: a_picked_* */ const key = 'a_quoted';"]
	]);
	const keys = ['a_shown', 'a_kept', 'a_desk', 'a_picked_one', 'a_quoted'];
	expect([...readByEverybody(sources, keys).keys()].sort()).toEqual(['a_picked_one', 'a_quoted', 'a_shown']);
});

test('every Problem has its sentence', () => {
	const problems = [...code.matchAll(/new Problem\(\s*'([a-z-]+)'/g)].map(
		(found) => `problem_${found[1]!.replaceAll('-', '_')}`
	);
	expect([...new Set(problems)].filter((key) => !(key in english))).toEqual([]);
});

test('every code of a field has its sentence', () => {
	const known = Object.entries(sources).filter(
		([path]) => path.startsWith('/src/') && !/\.(test\.ts|svelte)$/.test(path)
	);
	// Who hands in a file of a call is answered in the sentences of its own schema.
	const isCode = (one: string) => /^[a-z]+(-[a-z]+)*$/.test(one);
	const wanted = known.flatMap(([path, text]) =>
		fieldCodesIn(path, text)
			.filter(isCode)
			.map((one) => ({ one, isOfForm: path.startsWith('/src/areas/forms/') }))
	);
	expect(new Set(wanted.map(({ one }) => one)).size).toBeGreaterThan(40);
	const isSaid = (family: string, one: string) => `${family}_${one.replaceAll('-', '_')}` in english;
	// What is wrong with a form is said of a place in it.
	const unsaid = wanted.filter(
		({ one, isOfForm }) => !isSaid('common_field', one) && !(isOfForm && isSaid('form_fault', one))
	);
	expect([...new Set(unsaid.map(({ one }) => one))]).toEqual([]);
});

test('a code of a field is known by where it stands', () => {
	const text = `
		v.pipe(v.string('wrong-kind'), v.maxLength(3, 'too-long'), v.literal('no-code'), v.literal('yes', 'missing'));
		v.optional(v.string(), 'no-code'); v.picklist(kinds); v.nonEmpty('empty');
		throw new Unusable({ 'no.code': 'taken', [key]: isOne ? 'one-way' : 'other-way' });`;
	const codes = ['wrong-kind', 'too-long', 'missing', 'empty', 'taken', 'one-way', 'other-way'];
	expect(fieldCodesIn('some.ts', text)).toEqual(codes);
});

/** Names that fill a sentence, whatever its plural forms. */
function placesIn(text: unknown): string[] {
	const places = [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
	return [...new Set(places)].sort();
}

/**
 * A sentence chosen by a code: where that is done, a comment says `words: problem_*`, and the code itself
 * ('database-away' for problem_database_away) must stand in the sources too.
 */
function isChosenByCode(key: string): boolean {
	return prefixes.some(
		(prefix) => key.startsWith(prefix) && code.includes(`'${key.slice(prefix.length).replaceAll('_', '-')}'`)
	);
}
