import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import settings from '../project.inlang/settings.json' with { type: 'json' };
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
const prefixes = [...code.matchAll(/words: ([a-z_]+_)\*/g)].map((found) => found[1]!);

test('every family of messages is known to the compiler', () => {
	const known = settings['plugin.inlang.messageFormat'].pathPattern.map(
		(pattern) => /messages\/(\w+)/.exec(pattern)![1]
	);
	expect(new Set(families)).toEqual(new Set(known));
});

describe.each(settings.locales)('%s', (locale) => {
	const ours = all(locale);

	test('has no sentence that English does not have', () => {
		expect(Object.keys(ours).filter((key) => !(key in english))).toEqual([]);
	});

	test.runIf(deskLanguages.includes(locale as Locale))('has every sentence', () => {
		expect(Object.keys(english).filter((key) => !(key in ours))).toEqual([]);
	});

	test('uses the same places to fill in, and no sentence is empty', () => {
		for (const [key, text] of Object.entries(ours)) {
			expect(text, key).not.toBe('');
			expect(placesIn(text), key).toEqual(placesIn(english[key]));
		}
	});
});

test.each(settings.locales)('in %s no number is left without its form of a sentence', (locale) => {
	const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
	for (const [key, variants] of Object.entries(all(locale)).filter(([, text]) => Array.isArray(text)))
		for (const { match } of variants as { match: Record<string, string> }[]) {
			const given = Object.keys(match).map((one) => one.split('=').at(-1)!);
			const covered = given.includes('*') || needed.every((category) => given.includes(category));
			expect(covered, `${key}: ${given.join(', ')}`).toBe(true);
		}
});

test('every sentence is said somewhere', () => {
	const isSaid = (key: string) => code.includes(`m.${key}`) || code.includes(`'${key}'`);
	expect(Object.keys(english).filter((key) => !isSaid(key) && !isChosenByCode(key))).toEqual([]);
});

test('every Problem and every code of a field has its sentence', () => {
	const problems = [...code.matchAll(/new Problem\(\s*'([a-z-]+)'/g)].map(
		(found) => `problem_${found[1]!.replaceAll('-', '_')}`
	);
	expect([...new Set(problems)].filter((key) => !(key in english))).toEqual([]);
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
	const prefix = prefixes.find((one) => key.startsWith(one));
	return prefix !== undefined && code.includes(`'${key.slice(prefix.length).replaceAll('_', '-')}'`);
}
