import { expect, test } from 'vitest';
import { ballotsFrom } from '../ballots.ts';
import { groupingFrom } from '../grouping.ts';
import { placardReport } from '../placard/report.ts';
import { columnsFrom, conversation } from '../reference/conversations.ts';
import { madeUp } from '../reference/worlds.ts';
import { groupingGiven } from '../grouping.ts';
import { openDataFiles } from '../votes/open-data.ts';
import { readGroups } from '../votes/read-groups.ts';
import { readStatements } from '../votes/read-statements.ts';
import { readVotes } from '../votes/read-votes.ts';
import { drawMap } from './draw.ts';
import { mapTable } from './table.ts';

const { ballots, statements } = conversation('brexit-consensus');
const report = placardReport(ballots, { shuffles: 20, resamples: 100 });

test('the map stands alone, is told in words, and shows groups by shape as well as by colour', () => {
	const svg = drawMap(report, { title: 'Brexit <&> "us"' });
	expect(svg).toContain('<title id="map-title">Brexit &lt;&amp;&gt; &quot;us&quot;</title>');
	expect(svg).toMatch(
		/<desc id="map-words">204 people .*group A \(blue circles\): 94; group B \(orange squares\): 60/
	);
	expect(svg).not.toMatch(/<script|style=|href|http:(?!\/\/www\.w3\.org\/2000\/svg)/);
	expect(svg.match(/<ellipse/g)).toHaveLength(3);
	expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test('whoever stands between groups is a ring and in no group', () => {
	const unsure = [...report.confidence!].filter((share) => share < 0.8).length;
	expect(unsure).toBeGreaterThan(0);
	expect(mapTable(report).summary).toContain(`${unsure} stand between groups`);
	const rings = /<path d="([^"]*)" fill="#ffffff" stroke="#595959"/.exec(drawMap(report))![1]!;
	expect(rings.match(/M/g)).toHaveLength(unsure);
});

test('a group of four is neither drawn nor in the table, nor in what is published', () => {
	const made = ballotsFrom(columnsFrom(madeUp([30, 4], 20, 0.1, 1)));
	const of = Int8Array.from(made.people, (id) => Number(Number(id) >= 30));
	const small = placardReport(made, {}, groupingFrom(of, ['many', 'few']));
	expect(drawMap(small)).toContain('Groups of fewer than five people are not shown.');
	expect(drawMap(small).match(/<ellipse/g)).toHaveLength(1);
	const table = mapTable(small);
	expect(table.groups.map(({ name }) => name)).toEqual(['many']);
	expect(table.statements.flatMap(({ byGroup }) => Object.keys(byGroup))).not.toContain('few');
	const files = openDataFiles({ ...small, statements: [], topic: 'A few' });
	expect([...readGroups(files['participants-votes.csv']!).groups.keys()]).toHaveLength(30);
});

test('statements and oneself are drawn on request', () => {
	expect(drawMap(report, { withStatements: true }).match(/<text/g)!.length).toBe(50 + 3 + 4);
	expect(drawMap(report, { you: '3' })).toContain('>You</text>');
	expect(drawMap(report, { you: 'nobody' })).not.toContain('>You</text>');
});

test('the table counts what the map shows', () => {
	const table = mapTable(report);
	expect(table.statements).toHaveLength(50);
	for (const { everybody, byGroup } of table.statements)
		for (const found of Object.values(byGroup))
			if (found !== 'too-few') expect(found.seen).toBeLessThanOrEqual(everybody.seen);
});

test('what is published in the files of Polis reads back as the same votes, statements and groups', () => {
	const files = openDataFiles({ ...report, confidence: undefined, statements, topic: 'Brexit, "again"' });
	expect(Object.keys(files)).toEqual(['summary.csv', 'comments.csv', 'votes.csv', 'participants-votes.csv']);
	const plain = { out: new Set<string>() };
	expect(ballotsFrom(readVotes(files['votes.csv']!), plain)).toEqual(ballots);
	expect(ballotsFrom(readVotes(files['participants-votes.csv']!), plain)).toEqual(ballots);
	expect([...groupingGiven(ballots, readGroups(files['participants-votes.csv']!)).of]).toEqual([
		...report.grouping.of
	]);
	const back = readStatements(files['comments.csv']!);
	expect(back.map(({ id, text, moderated }) => [id, text, moderated])).toEqual(
		statements.map(({ id, text, moderated }) => [id, text.trim(), moderated])
	);
	expect(files['summary.csv']).toContain('topic,"Brexit, ""again"""\nurl,\nvoters,204\n');
});

test('a statement that a spreadsheet would take for a formula is published as text, and read as it was', () => {
	const formula = '=HYPERLINK("http://x")';
	const [first] = statements;
	const files = openDataFiles({ ...report, statements: [{ ...first!, text: formula }], topic: '' });
	expect(files['comments.csv']).toContain(`"'=HYPERLINK(""http://x"")"`);
	expect(readStatements(files['comments.csv']!)[0]!.text).toBe(formula);
});
