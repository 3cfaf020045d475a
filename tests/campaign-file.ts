import { readFileSync } from 'node:fs';
import { canonical, sumsOf } from '../src/areas/boards/leaving/canonical.ts';

/* A small campaign as it leaves a Placard: a board with two notes, and something of everything else. */
const template = JSON.parse(readFileSync('src/areas/boards/templates/power-map.json', 'utf8')) as unknown;
export const at = '2026-03-01T12:00:00.000Z';
export const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
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
export const board = {
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
	photos: [] as {
		number: number;
		at: string;
		by: string | null;
		sha256: string;
		size: number;
		keptAt: string;
		keptBy: string | null;
	}[],
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
export const campaign = {
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
export const head = {
	format: 'placard-campaign',
	version: 1,
	boards: [1],
	campaign,
	people: [{ key: 'p1', name: 'Asha' }]
};
export const boardFile = { format: 'placard-campaign-board', version: 1, board };

/** Its files, with the hashes that fit. */
export function filesOf(first: unknown = head, second: unknown = boardFile): Map<string, string> {
	const files = new Map([
		['boards/1/board.json', canonical(second)],
		['campaign.json', canonical(first)]
	]);
	return new Map([...files, ['SHA256SUMS', sumsOf(files)]]);
}
