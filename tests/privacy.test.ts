import { expect, test } from 'vitest';
import { cookies } from '#shared/cookies';
import { kept } from '../db/kept.ts';
import { photoDays } from '#areas/boards';
import { linesOf } from '#areas/site';
import { applicationParts, type PracticeFacts } from '../src/areas/site/privacy-applications.ts';

/* What the privacy notice states in sentences, and no figure proves, is held against the sources here. */

const sources = import.meta.glob<string>(
	['/src/**/*.{ts,svelte}', '/cli/**/*.ts', '!/src/**/*.test.ts', '!/src/words/generated/**'],
	{
		eager: true,
		query: '?raw',
		import: 'default'
	}
);
const queries = import.meta.glob<string>(['/src/**/*.sql.ts', '/db/migrations/*.sql'], {
	eager: true,
	query: '?raw',
	import: 'default'
});
const files = Object.entries(sources);

test('cookies are set in the places that take their names from one list, and nowhere else', () => {
	const setters = files.filter(([, text]) =>
		/cookies\.(set|serialize)\(|set-cookie['"]?\s*[,:]|document\.cookie/i.test(text)
	);
	expect(setters.length).toBeGreaterThan(0);
	for (const [path, text] of setters) expect(text, path).toContain("from '#shared/cookies'");
	const names = files
		.filter(([path]) => path !== '/src/shared/cookies.ts')
		.flatMap(([path, text]) =>
			Object.values(cookies).flatMap(({ name }) => (text.includes(`'${name}'`) ? [path] : []))
		);
	expect(names, 'a name written a second time').toEqual([]);
});

test('the record of what was done is kept as long as the site runs: nothing deletes it', () => {
	for (const [path, text] of Object.entries(queries))
		expect(text, path).not.toMatch(/(delete from|truncate|drop table)\s+house\.event\b/i);
});

test('no page asks anybody else for anything', () => {
	const asking =
		/(src|srcset|action|poster)=["']https?:|@import\s+(url\()?["']?https?:|<link[^>]+href=["']https?:/;
	for (const [path, text] of files) expect(text, path).not.toMatch(asking);
});

test('notes of staff are read where staff read them, and go where an application is erased: nowhere else', () => {
	const naming = Object.entries(queries)
		.filter(([path, text]) => path.endsWith('.sql.ts') && /programmes\.note\b/.test(text))
		.map(([path]) => path.split('/').at(-1));
	expect(naming.toSorted()).toEqual(['erasing.sql.ts', 'note.sql.ts']);
	const asking = files
		.filter(([path, text]) => path.includes('/programmes/') && /from '.*note\.sql\.ts'/.test(text))
		.map(([path]) => path.split('/').at(-1));
	expect(asking.toSorted()).toEqual([
		'expression-list.ts',
		'expression-reading.ts',
		'note-views.ts',
		'notes.ts'
	]);
});

test('what it says of choosing is what the tables are kept by', () => {
	const said = linesOf(applicationParts(practices)).join('\n');
	const stays = 'for as long as this site runs';
	const facts: [string, RegExp, string[]][] = [
		['programmes.reading', /^the application is deleted$/, ['deleted with the application']],
		['programmes.review', /^the application is deleted$/, ['deleted with the application']],
		['programmes.outcome', /is deleted: offer, reserve or not stays$/, ['offer, reserve or not this time']],
		['house.event', /as long as the site runs/, ['record of how it was chosen', stays]],
		['programmes.place', /as long as the site runs: .* leads to nobody$/, ['accept a place', stays]],
		['campaigns.campaign', /as long as the site runs, or the place is given back$/, ['begins a campaign', stays]],
		['programmes.landscape_line', /^they take it back or delete the application; /, ['until you take it back']]
	]; // prettier-ignore
	for (const [table, until, words] of facts) {
		expect(kept.find((one) => one.table === table)?.until, table).toMatch(until);
		for (const one of words) expect(said).toContain(one);
	}
});

test('after so many days as it says, a photo of paper goes', () => {
	const { until } = kept.find(({ table }) => table === 'boards.photo')!;
	expect(until).toContain(`after ${photoDays} days by itself`);
});

const practices: PracticeFacts = {
	calls: [{ slug: 'spring', name: 'Spring', language: 'en', keeping: { months: 6, draftDays: 40 }, says: '', asks: [], arrangers: [] }],
	daysToPurge: 14,
	daysOpen: 30,
	daysArriving: 1,
	questions: { answered: 30, unanswered: 180 },
	equality: { asks: [], smallestShown: 5 }
}; // prettier-ignore
