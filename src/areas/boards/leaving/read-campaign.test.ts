import { describe, expect, test } from 'vitest';
import { board, boardFile, campaign, filesOf, head, two } from '../../../../tests/campaign-file.ts';
import { readCampaign, UnusableCampaign } from './read-campaign.ts';
import { holdsMoreThan } from './values.ts';

const said = (files: Map<string, string>): string => {
	try {
		readCampaign(files);
		return 'taken';
	} catch (error) {
		expect(error).toBeInstanceOf(UnusableCampaign);
		return (error as Error).message;
	}
};
const withBoard = (more: object) => filesOf(head, { ...boardFile, board: { ...board, ...more } });

test('what was written is read', () => {
	expect(said(filesOf())).toBe('taken');
	expect(readCampaign(filesOf()).boards[0]!.notes).toHaveLength(2);
});

describe('what does not fit together is one sentence that names the file and the place', () => {
	test.each<[string, Map<string, string>]>([
		['campaign.json is missing.', new Map()],
		['campaign.json is not JSON.', new Map([['campaign.json', '{']])],
		[
			'boards/1/board.json is missing.',
			new Map([...filesOf()].filter(([name]) => name !== 'boards/1/board.json'))
		],
		['campaign.json, people: p1 is missing.', filesOf({ ...head, people: [] })],
		[
			'campaign.json, campaign.password: not of the expected kind.',
			filesOf({ ...head, campaign: { ...campaign, password: 'x' } })
		],
		['boards/1/board.json, board.number: expected 1.', withBoard({ number: 2 })],
		['boards/1/board.json, board.notes.1: it names what is not on this board.', withBoard({ lastNote: 1 })],
		[
			'boards/1/board.json, board.notes: two have one number or id.',
			withBoard({ notes: [board.notes[0], board.notes[0]] })
		],
		['boards/1/board.json, board.lastChange: later changes are in the file.', withBoard({ lastChange: 1 })],
		[
			'boards/1/board.json, board: it names notes that are not on this board.',
			withBoard({ notes: [board.notes[0]], pointers: [{ ...board.pointers[0], note: two }] })
		],
		[
			'campaign.json, boards: a note leads to one that is not in the file.',
			withBoard({ notes: [board.notes[0]] })
		],
		[
			'boards/1/board.json, board.pointers.0.address: it is not an address.',
			withBoard({
				pointers: [{ ...board.pointers[0], target: null, address: 'javascript:alert(1)', says: 'x' }]
			})
		]
	])('%s', (sentence, files) => {
		expect(said(files)).toBe(sentence);
	});
});

test('deep and broken text is refused, not crashed on', () => {
	for (const text of [
		'['.repeat(200_000),
		'{"a":'.repeat(100_000),
		'"',
		'\uFEFF{}',
		'null',
		'[]',
		'{"boards":1e999}'
	])
		expect(said(new Map([['campaign.json', text]]))).toMatch(/^campaign\.json/);
});

test('what a text comes to is told before it is read', () => {
	expect(holdsMoreThan(4, '{"a,[":[1,"\\",{"]}')).toBe(false);
	expect(holdsMoreThan(4, '[1,2,3]')).toBe(false);
	expect(holdsMoreThan(4, '[[],[],[]]')).toBe(true);
});
