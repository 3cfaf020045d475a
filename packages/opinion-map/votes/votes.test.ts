import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotsFrom } from '../ballots.ts';
import { columnsFrom, conversation } from '../reference/conversations.ts';
import { Malformed, csvRows } from '#packages/common';
import { readGroups } from './read-groups.ts';
import { readStatements } from './read-statements.ts';
import { readVotes, voteReader } from './read-votes.ts';
import { refuseTurnedSigns } from './signs.ts';

const header = 'timestamp,participant,statement,vote\n';

describe('votes that cannot be used are refused with one sentence: the line, what is wrong, what is expected', () => {
	test.each([
		['', 'it is empty; expected a first line with the columns participant, statement and vote'],
		[header, 'there are no votes in it; expected a vote on each line'],
		['timestamp,participant,vote\n1,1,1', 'line 1: there is no column "statement"; expected a first line'],
		['a,b\n1,2', 'line 1: there is no column "participant"'],
		[`${header}1,1,1,2`, 'line 2: the vote is "2"; expected 1 (agree), 0 (pass) or -1 (disagree)'],
		[`${header}1,1,1,1\n2,1,2,agree`, 'line 3: the vote is "agree"'],
		[`${header}1,1,1,constructor`, 'line 2: the vote is "constructor"'],
		[`${header}1,1,1`, 'line 2: it has 3 columns; expected at least 4'],
		[`${header}1,,1,1`, 'line 2: the participant is missing; expected a number or a name'],
		[`${header}1,1,1,"1`, 'line 2: a quote is opened and never closed'],
		[`${header}1,1,"a"b,1`, 'line 2: quotes stand inside a field'],
		['participant,group-id,n-comments,n-votes,n-agree,n-disagree,0\n1,0,0,1,1,0,5', 'line 2: the vote is "5"']
	])('%j', (text, sentence) => {
		const refusal = refused(() => readVotes(text));
		expect(refusal).toContain(sentence);
		expect(refusal).not.toContain('\n');
	});

	test('a long line is not repeated in full', () => {
		expect(refused(() => readVotes(`${header}1,1,1,${'x'.repeat(999)}`)).length).toBeLessThan(150);
	});
});

test('votes whose signs are turned round are refused, since every list would say the opposite', () => {
	const { columns, statements } = conversation('brexit-consensus');
	const turned = ballotsFrom({ ...columns, vote: columns.vote.map((vote) => -vote) });
	expect(refused(() => refuseTurnedSigns(turned, statements))).toContain('the signs are turned round');
	expect(() => refuseTurnedSigns(ballotsFrom(columns), statements)).not.toThrow();
});

test('a later vote replaces an earlier one; in a published file it is the time that counts', () => {
	const last = (text: string) => [...ballotsFrom(readVotes(text)).votes];
	expect(last(`${header}5,1,1,1\n4,1,1,-1`)).toEqual([-1]);
	expect(last('timestamp,datetime,comment-id,voter-id,vote\n5,x,1,1,1\n4,x,1,1,-1')).toEqual([1]);
	expect(last('timestamp,datetime,comment-id,voter-id,vote\n5,x,1,1,1\n5,x,1,1,-1')).toEqual([-1]);
});

test('the published table of people and statements holds the same votes', () => {
	const table =
		'participant,group-id,n-comments,n-votes,n-agree,n-disagree,3,10\n7,0,0,2,1,1,1,-1\n8,,0,1,0,0,,0\n';
	const lines = `${header}1,8,10,0\n2,7,10,-1\n3,7,3,1\n`;
	expect(ballotsFrom(readVotes(table))).toEqual(ballotsFrom(readVotes(lines)));
});

test('byte order mark, Windows line ends and quotes are read as people mean them', () => {
	const text = '\uFEFFtimestamp,participant,statement,vote\r\n1,"a, b",1,"1"\r\n\r\n';
	expect(readVotes(text)).toMatchObject({ people: ['a, b'], statements: ['1'] });
});

test('in whatever pieces a file comes, it is the same file', () => {
	const field = fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', ' ');
	const cell = fc.array(field, { maxLength: 4 }).map((parts) => `"${parts.join('').replaceAll('"', '""')}"`);
	const rows = fc.array(cell, { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(rows, fc.array(fc.nat({ max: 60 })), (people, cuts) => {
			const text = `${header}${people.map((person) => `1,${person.replace(/^"/, '"x')},1,1\n`).join('')}`;
			const reader = voteReader();
			const places = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
			places.slice(1).forEach((end, at) => reader.push(text.slice(places[at], end)));
			expect(reader.end()).toEqual(readVotes(text));
		})
	);
});

test('whatever text comes, it is read or refused with a sentence, and nothing else happens', () => {
	const scrap = fc.constantFrom(
		'1',
		'-1',
		',',
		'"',
		'\n',
		'vote',
		'participant',
		'statement',
		header,
		'0',
		'\r',
		'\0'
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join(''))
	);
	const readers = [readVotes, readStatements, readGroups] as ((text: string) => unknown)[];
	fc.assert(
		fc.property(text, fc.constantFrom(...readers), (anything, read) => {
			try {
				read(anything);
			} catch (error) {
				expect(error).toBeInstanceOf(Malformed);
			}
		}),
		{ numRuns: 2000 }
	);
});

test('statements: text with commas, quotes and lines; what moderators said; twice is refused', () => {
	const [first] = readStatements(
		'statement,created,author,moderated,is_meta,is_seed,agrees,disagrees,text\n4,1000,2,-1,true,,5,6,"one, ""two""\nthree"'
	);
	expect(first).toEqual({
		id: '4',
		created: 1000,
		author: '2',
		moderated: 'rejected',
		isMeta: true,
		isSeed: false,
		counted: { agrees: 5, disagrees: 6 },
		text: 'one, "two"\nthree'
	});
	expect(refused(() => readStatements('statement\n1\n1'))).toBe(
		'line 3: the statement 1 is here twice; expected it once'
	);
	for (const word of ['yes', 'toString'])
		expect(refused(() => readStatements(`statement,moderated\n1,${word}`))).toContain(
			`moderated is "${word}"`
		);
});

test('groups that were given: names in order, and not JSON is refused', () => {
	expect(readGroups('{"groups":{"1":10,"2":9,"3":null},"mod_out":[4]}')).toMatchObject({
		names: ['9', '10']
	});
	expect(refused(() => readGroups('{'))).toContain('it is not JSON');
	expect(refused(() => readGroups('{"groups":{"1":[]}}'))).toContain(
		'a group is neither a number nor a name'
	);
});

test('line numbers count the lines inside quotes', () => {
	expect(csvRows('a\n"b\nc"\nd').map(({ line }) => line)).toEqual([1, 2, 4]);
});

function refused(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		if (error instanceof Malformed) return error.message;
		throw error;
	}
	throw new Error('nothing was refused');
}

test('no votes are ballots of nobody', () => {
	expect(ballotsFrom(columnsFrom([]))).toMatchObject({ people: [], statements: [] });
});
