import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };
import { scripts } from '../package.json' with { type: 'json' };

/* The words around the code are held to it: what they name exists. */

const listed = (...patterns: string[]) =>
	execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
		encoding: 'utf8'
	})
		.split('\n')
		.filter((file) => file && existsSync(file));
/** What is still to be built names what is not there. */
const pages = listed('*.md').filter((file) => file !== 'docs/next.md');
const read = (file: string) => readFileSync(file, 'utf8');

describe.each(pages)('%s', (page) => {
	const text = read(page);

	test('leads to files that are there', () => {
		const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map((found) => found[1]!);
		expect(links.filter((link) => !existsSync(path.resolve(path.dirname(page), link)))).toEqual([]);
	});

	test('names files and folders that are there', () => {
		const roots = 'bench|cli|db|deploy|docs|messages|packages|scripts|src|static|tests';
		const named = [...text.matchAll(new RegExp(`\`((?:${roots})/[\\w./[\\]-]*)\``, 'g'))].map(
			(found) => found[1]!
		);
		const madeByHost = ['deploy/.env'];
		expect(named.filter((name) => !existsSync(name) && !madeByHost.includes(name))).toEqual([]);
	});

	test('names commands that there are', () => {
		const ran = [...text.matchAll(/npm run ([\w:-]+)/g)].map((found) => found[1]!);
		expect(ran.filter((name) => !(name in scripts))).toEqual([]);
		const verbs = read('cli/placard.ts');
		const asked = [...text.matchAll(/\.\/placard ([a-z][a-z-]+)/g)].map((found) => found[1]!);
		expect(asked.filter((verb) => !new RegExp(`^\\t'?${verb}['" :]`, 'm').test(verbs))).toEqual([]);
	});
});

test('every decision is in the list of decisions', () => {
	const index = read('docs/decisions/README.md');
	const decisions = listed('docs/decisions/*.md').map((file) => path.basename(file));
	expect(decisions.filter((name) => name !== 'README.md' && !index.includes(`(${name})`))).toEqual([]);
});

describe('settings', () => {
	/** Of the machine, not of ours. */
	const foreign = ['PATH', 'TMPDIR', 'XDG_RUNTIME_DIR', 'NODE_ENV'];
	const sources = listed('src/*.ts', 'src/*.svelte', 'cli/*.ts', 'db/*.ts', 'scripts/placard.mjs').filter(
		(file) => !file.endsWith('.test.ts')
	);
	const isRead = new Set(sources.flatMap((file) => settingsIn(read(file))));
	const table = read('README.md').split('## Settings')[1]!.split('\n## ')[0]!;
	const inTable = new Set([...table.matchAll(/^\|([^|]+)\|/gm)].flatMap((row) => namesIn(row[1]!)));

	test('every one that is read stands in the table of the README, and every one in the table is read', () => {
		expect([...inTable].toSorted()).toEqual([...isRead].filter((name) => !foreign.includes(name)).toSorted());
	});

	test('the examples of deploy name no other', () => {
		const examples = read('deploy/example.env')
			.match(/^#? ?([A-Z_]+)=/gm)!
			.flatMap(namesIn);
		expect(
			examples.filter((name) => !inTable.has(name) && !['SITE', 'POSTGRES_PASSWORD'].includes(name))
		).toEqual([]);
	});
});

/** env['NAME'], env.NAME, and the five of the bucket, which are put together. */
function settingsIn(text: string): string[] {
	const plain = [...text.matchAll(/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/g)].map((found) => found[1]!);
	const bucket = text.includes('`FILES_S3_${name}`')
		? [...text.matchAll(/'(ENDPOINT|BUCKET|KEY_ID|SECRET|REGION)'/g)].map((found) => `FILES_S3_${found[1]!}`)
		: [];
	return [...plain, ...bucket];
}

function namesIn(text: string): string[] {
	return [...text.matchAll(/[A-Z][A-Z0-9_]{2,}/g)].map((found) => found[0]);
}

test('whatever runs with Placard is under a licence that the AGPL can live with', () => {
	const fine =
		/^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|CC0-1\.0|LGPL-3\.0-or-later)( (AND|OR) |\)|$)/;
	/** Its licence lies beside it (MIT), and its package.json does not say so. */
	const unsaid = ['node_modules/png-js'];
	type Package = { dev?: boolean; devOptional?: boolean; license?: string };
	const running = Object.entries(lock.packages as Record<string, Package>).filter(
		([name, { dev, devOptional }]) => name && !dev && !devOptional && !unsaid.includes(name)
	);
	expect(running.length).toBeGreaterThan(50);
	for (const [name, { license }] of running) expect(license, name).toMatch(fine);
});
