import * as v from 'valibot';
import type { BoardWhole } from './board-whole.ts';
import { BoardFile, CampaignFile, most } from './campaign-file.schema.ts';
import { hashOf, sumsOf, type Summed } from './canonical.ts';
import { holdsMoreThan } from './values.ts';
import { peopleIn, type WholeCampaign } from './people.ts';

/** One sentence: which file, what is wrong with it. */
export class UnusableCampaign extends Error {
	override name = 'UnusableCampaign';
}

export type ReadCampaign = WholeCampaign & { people: CampaignFile['people'] };

const boardFile = (number: number) => `boards/${number}/board.json`;
const photoFile = (board: number, photo: number) => `boards/${board}/photos/${photo}.jpg`;
export const files = { campaign: 'campaign.json', sums: 'SHA256SUMS', board: boardFile, photo: photoFile };

/** The photos that these boards have, and what each is known by. */
export function photosIn(boards: readonly BoardWhole[]): Summed[] {
	return boards.flatMap(({ number, photos }) =>
		photos.map((photo) => ({ name: photoFile(number, photo.number), sha256: photo.sha256 }))
	);
}

/**
 * A campaign from its files, every limit, name and number checked; or one sentence on what is wrong.
 * @throws UnusableCampaign
 */
export function readCampaign(given: ReadonlyMap<string, string>): ReadCampaign {
	const size = [...given.values()].reduce((sum, text) => sum + text.length, 0);
	if (size > most.bytes)
		throw new UnusableCampaign(`It holds more than ${most.bytes / 1_000_000} MB of text.`);
	const { boards: numbers, campaign, people } = parsed(CampaignFile, given, files.campaign) as CampaignFile;
	const boards = numbers.map((number) => {
		const { board } = parsed(BoardFile, given, boardFile(number)) as { board: BoardWhole };
		if (board.number !== number) throw wrong(boardFile(number), 'board.number', `expected ${number}`);
		mustFit(board, boardFile(number));
		return board;
	});
	mustMatchSums(given, boards);
	mustBeWhole({ campaign, boards, people });
	return { campaign, boards, people };
}

export type Photos = ReadonlyMap<string, () => Promise<Uint8Array>>;

/**
 * Every photo is there, and is the one that its board names. One at a time: they are large.
 * @throws UnusableCampaign
 */
export async function mustHavePhotos({ boards }: WholeCampaign, photos: Photos): Promise<void> {
	for (const { name, sha256 } of photosIn(boards)) {
		const read = photos.get(name);
		if (!read) throw new UnusableCampaign(`${name} is missing.`);
		if (hashOf(await read()) !== sha256)
			throw new UnusableCampaign(`${name} is not the photo that left: it was changed or damaged.`);
	}
}

function parsed(shape: v.GenericSchema, given: ReadonlyMap<string, string>, name: string): unknown {
	const text = given.get(name);
	if (text === undefined) throw new UnusableCampaign(`${name} is missing.`);
	const result = v.safeParse(shape, jsonIn(name, text), { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw wrong(name, v.getDotPath(issue) ?? '', says[issue.message] ?? 'not of the expected kind');
}

function jsonIn(name: string, text: string): unknown {
	const longest = most.values[name === files.campaign ? 'campaign' : 'board'];
	if (holdsMoreThan(longest, text)) throw new UnusableCampaign(`${name} holds more than ${longest} values.`);
	try {
		return JSON.parse(text);
	} catch {
		throw new UnusableCampaign(`${name} is not JSON.`);
	}
}

const says: Record<string, string> = {
	missing: 'it is missing',
	'too-long': 'it is longer than can be taken',
	'out-of-range': 'it is too small or too large',
	'not-an-option': 'it is none of the words that can stand there',
	'not-a-date': 'it is not a date',
	'not-a-link': 'it is not an address'
};

function wrong(name: string, at: string, what: string): UnusableCampaign {
	return new UnusableCampaign(`${name}, ${at.slice(0, 200) || 'as a whole'}: ${what}.`);
}

function mustMatchSums(given: ReadonlyMap<string, string>, boards: readonly BoardWhole[]): void {
	const sums = given.get(files.sums);
	if (sums === undefined) throw new UnusableCampaign(`${files.sums} is missing.`);
	const names = [files.campaign, ...boards.map(({ number }) => boardFile(number))];
	const texts = new Map(names.map((name) => [name, given.get(name)!]));
	if (sums !== sumsOf(texts, photosIn(boards)))
		throw new UnusableCampaign(
			`The files are not those that ${files.sums} was made of: one was changed or damaged.`
		);
}

/** What a board says of itself fits together: its numbers, its notes, and what they are to each other. */
function mustFit(board: BoardWhole, name: string): void {
	const { template, notes, states, lastNote, lastChange } = board;
	const ids = new Set(notes.map(({ id }) => id));
	const has = (all: readonly { key: string }[], key: string | null) =>
		key === null || all.some((one) => one.key === key);
	if (ids.size < notes.length || new Set(notes.map(({ number }) => number)).size < notes.length)
		throw wrong(name, 'board.notes', 'two have one number or id');
	for (const [at, note] of notes.entries()) {
		const isSound =
			note.number <= lastNote &&
			has(template.kinds, note.kind) &&
			has(template.lanes, note.lane) &&
			(note.under === null || (ids.has(note.under) && note.under !== note.id)) &&
			note.links.every(({ to, as }) => ids.has(to) && to !== note.id && has(template.links, as)) &&
			new Set(note.links.map(({ to, as }) => `${to} ${as}`)).size === note.links.length;
		if (!isSound) throw wrong(name, `board.notes.${at}`, 'it names what is not on this board');
	}
	if (new Set(board.photos.map((photo) => photo.number)).size < board.photos.length)
		throw wrong(name, 'board.photos', 'two have one number');
	const numbered = [...states, ...board.moments, ...board.agreements];
	if (numbered.some(({ change }) => change > lastChange))
		throw wrong(name, 'board.lastChange', 'later changes are in the file');
	if (new Set(states.map(({ change, note }) => `${change} ${note}`)).size < states.length)
		throw wrong(name, 'board.states', 'two are of one note and one change');
	if ([...states, ...board.pointers].some(({ note }) => !ids.has(note)))
		throw wrong(name, 'board', 'it names notes that are not on this board');
	const standing = board.agreements.filter(({ endedAt }) => endedAt === null);
	if (new Set(standing.map(({ box }) => box)).size < standing.length)
		throw wrong(name, 'board.agreements', 'one box is agreed twice');
	for (const [at, { target, address, says: words }] of board.pointers.entries())
		if ((target === null) === (address === null) || (address !== null && !words))
			throw wrong(
				name,
				`board.pointers.${at}`,
				'it leads to a note or to an address, and an address says what it is'
			);
}

/** What leads from one file to another is there. */
function mustBeWhole({ campaign, boards, people }: ReadCampaign): void {
	const name = files.campaign;
	const numbers = new Set(boards.map(({ number }) => number));
	if (numbers.size < boards.length) throw wrong(name, 'boards', 'two have one number');
	const keys = new Set(people.map(({ key }) => key));
	if (keys.size < people.length) throw wrong(name, 'people', 'two have one key');
	const stranger = peopleIn({ campaign, boards }).find((person) => !keys.has(person));
	if (stranger) throw wrong(name, 'people', `${stranger} is missing`);
	const ids = boards.flatMap(({ notes }) => notes.map(({ id }) => id));
	const known = new Set(ids);
	if (known.size < ids.length) throw wrong(name, 'boards', 'two notes have one id');
	const pointers = boards.flatMap((board) => board.pointers);
	if (pointers.some(({ target }) => target !== null && !known.has(target)))
		throw wrong(name, 'boards', 'a note leads to one that is not in the file');
	const untils = campaign.formerNames.map(({ until }) => until.getTime());
	if (new Set(untils).size < untils.length)
		throw wrong(name, 'campaign.formerNames', 'two ended at one moment');
	const here = campaign.members.filter(({ endedAt }) => endedAt === null).map(({ person }) => person);
	if (new Set(here).size < here.length) throw wrong(name, 'campaign.members', 'one takes part twice');
	if (campaign.members.some(({ part, until }) => part === 'guest' && until === null))
		throw wrong(name, 'campaign.members', 'a guest has no last day');
}
