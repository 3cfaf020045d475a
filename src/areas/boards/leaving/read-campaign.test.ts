import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, sumsOf } from './canonical.ts';
import { readCampaign, UnusableCampaign } from './read-campaign.ts';

const template = JSON.parse(readFileSync('src/areas/boards/templates/power-map.json', 'utf8')) as unknown;
const at = '2026-03-01T12:00:00.000Z';
const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const words = {
	text: 'The council',
	kind: 'actor',
	lane: null,
	x: 20,
	y: 80,
	fields: {},
	under: null,
	place: 1
};
const content = { ...words, reviewOn: null, links: [] };
const note = { ...content, writtenBy: 'p1', called: null, madeAt: at, edition: 1, votes: 0, struckAt: null };
const board = {
	number: 1,
	name: 'Who decides',
	template,
	share: 'private',
	hidesWriters: false,
	madeAt: at,
	madeBy: 'p1',
	putAwayAt: null,
	lastNote: 2,
	lastChange: 3,
	notes: [
		{ ...note, id: one, number: 1 },
		{ ...note, id: two, number: 2, under: one, reviewOn: '2027-01-01' }
	],
	states: [{ change: 1, note: one, at, by: 'p1', what: 'made', content: { ...content, isStruck: false } }],
	photos: [],
	moments: [{ name: 'Tuesday', change: 2, at, by: null }],
	agreements: [{ box: 'community', change: 3, at, by: 'p1', endedAt: null, endedBy: null }],
	pointers: [
		{
			note: one,
			target: two,
			address: null,
			says: '',
			isSource: false,
			at,
			by: 'p1',
			endedAt: null,
			endedBy: null
		}
	]
};
const campaign = {
	address: 'damp-watch-7kq2mp',
	name: 'Damp Watch',
	community: 'Renters.',
	change: 'Repairs.',
	data: 'A register.',
	kind: 'access',
	care: 'usual',
	begunAt: at,
	formerNames: [{ address: 'damp', name: 'Damp', isSaid: false, until: at, by: 'p1' }],
	members: [
		{
			person: 'p1',
			part: 'coordinator',
			called: 'Asha',
			until: null,
			invitedAt: at,
			invitedBy: null,
			acceptedAt: at,
			endedAt: null,
			endedBy: null
		}
	]
};
const head = {
	format: 'placard-campaign',
	version: 1,
	boards: [1],
	campaign,
	people: [{ key: 'p1', name: 'Asha' }]
};
const boardFile = { format: 'placard-campaign-board', version: 1, board };

function filesOf(first: unknown = head, second: unknown = boardFile): Map<string, string> {
	const files = new Map([
		['boards/1/board.json', canonical(second)],
		['campaign.json', canonical(first)]
	]);
	return new Map([...files, ['SHA256SUMS', sumsOf(files)]]);
}
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

/** One value anywhere in it is another. */
function mended(value: unknown, way: number[], other: unknown): unknown {
	if (typeof value !== 'object' || value === null || !way.length) return other;
	const keys = Object.keys(value);
	const key = keys[way[0]! % (keys.length || 1)];
	if (key === undefined) return other;
	const inner = mended((value as Record<string, unknown>)[key], way.slice(1), other);
	if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? inner : one));
	return { ...value, [key]: inner };
}

test('whatever stands in the files, it is taken or refused in one sentence', () => {
	const anything = fc.oneof(
		fc.jsonValue({ maxDepth: 3 }),
		fc.constantFrom(-1, 1e21, '', '\u0000', '9'.repeat(400), [], {}, one, 'p2', at)
	);
	fc.assert(
		fc.property(
			fc.boolean(),
			fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
			anything,
			(first, way, other) => {
				const files = first
					? filesOf(mended(head, way, other))
					: filesOf(head, mended(boardFile, way, other));
				expect(said(files)).toMatch(/^(taken|.{5,400}\.)$/u);
			}
		),
		{ numRuns: 400 }
	);
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
