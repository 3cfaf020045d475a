import type { Locale } from '#words/addresses';
import { csvOf as table } from '#shared/csv';
import { csvOf, edgesCsv, nodesCsv } from '../exports/csv.ts';
import { markdownOf } from '../exports/markdown.ts';
import type { Note } from '../note.ts';
import { pictureOf } from '../pictures/picture.ts';
import type { BoardWhole } from './board-whole.ts';
import { canonical, hashOf, sumsOf } from './canonical.ts';
import { peopleIn, withPeople, type WholeCampaign } from './people.ts';
import { files, photosIn } from './read-campaign.ts';

export type Taken = {
	/** Known again wherever it goes: it follows from what the campaign says alone. */
	hash: string;
	/** What another Placard reads. */
	content: ReadonlyMap<string, string>;
	/** What people and other programs read, made as it is asked for. */
	forPeople(): Iterable<[name: string, text: string]>;
};

/** A campaign as files in open formats. `names`: what people are called, as far as the files may say it. */
export function campaignFiles(
	whole: WholeCampaign,
	names: ReadonlyMap<string, string>,
	locale: Locale
): Taken {
	const persons = peopleIn(whole);
	const keys = new Map(persons.map((person, at) => [person, `p${at + 1}`]));
	const people = persons.map((person) => ({ key: keys.get(person)!, name: names.get(person) ?? null }));
	const { campaign, boards } = withPeople(whole, (person) => keys.get(person)!);
	const content = new Map<string, string>();
	const head = { format: 'placard-campaign', version: 1, boards: boards.map(({ number }) => number) };
	content.set(files.campaign, canonical({ ...head, campaign, people }));
	for (const board of boards)
		content.set(
			files.board(board.number),
			canonical({ format: 'placard-campaign-board', version: 1, board })
		);
	const sums = sumsOf(content, photosIn(boards));
	content.set(files.sums, sums);
	return { hash: hashOf(sums), content, forPeople: () => forPeople(whole, names, locale) };
}

function* forPeople(
	{ campaign, boards }: WholeCampaign,
	names: ReadonlyMap<string, string>,
	locale: Locale
): Generator<[string, string]> {
	yield ['README.md', readme(campaign.name)];
	const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';
	const rows = campaign.members.map((one) => [
		names.get(one.person) ?? '',
		one.part,
		day(one.acceptedAt),
		day(one.endedAt ?? one.until)
	]);
	yield ['people.csv', table([['Name', 'Part', 'Since', 'Until'], ...rows])];
	for (const board of boards) {
		const { template, name, number } = board;
		const notes = notesOf(board, names);
		yield [`boards/${number}/notes.csv`, csvOf(template, notes, locale)];
		yield [`boards/${number}/notes.md`, markdownOf(template, notes, { title: name, locale })];
		yield [`boards/${number}/history.csv`, historyOf(board, names)];
		if (template.links.length) {
			yield [`boards/${number}/nodes.csv`, nodesCsv(template, notes, locale)];
			yield [`boards/${number}/edges.csv`, edgesCsv(template, notes, locale)];
		}
		yield [
			`boards/${number}/picture.svg`,
			pictureOf(template, notes, { locale, title: name, isAlone: true })
		];
	}
}

/** As its members see them. */
function notesOf({ notes, states, hidesWriters }: BoardWhole, names: ReadonlyMap<string, string>): Note[] {
	const byNote = Map.groupBy(states, ({ note }) => note);
	return notes
		.filter(({ struckAt }) => struckAt === null)
		.map((note) => ({
			...shown(note),
			by: hidesWriters ? null : (note.called ?? names.get(note.writtenBy ?? '') ?? null),
			group: note.under,
			order: note.place,
			trail: trailOf(byNote.get(note.id) ?? [])
		}));
}

function shown({
	id,
	number,
	text,
	kind,
	lane,
	x,
	y,
	fields,
	votes,
	reviewOn,
	links
}: BoardWhole['notes'][number]) {
	return { id, number, text, kind, lane, x, y, fields, votes, reviewOn, links };
}

function trailOf(states: BoardWhole['states']): Note['trail'] {
	const places = states.flatMap(({ at, content: { x, y } }) =>
		x !== null && y !== null ? [{ x, y, at }] : []
	);
	return places.filter((one, index) => {
		const next = places[index + 1];
		return next !== undefined && (one.x !== next.x || one.y !== next.y);
	});
}

function historyOf({ notes, states }: BoardWhole, names: ReadonlyMap<string, string>): string {
	const numbers = new Map(notes.map(({ id, number }) => [id, String(number)]));
	return table([
		['Change', 'Note', 'When', 'Who', 'What', 'Lane', 'X', 'Y', 'Text'],
		...states.map(({ change, note, at, by, what, content }) => [
			String(change),
			numbers.get(note) ?? '',
			at.toISOString(),
			names.get(by ?? '') ?? '',
			what,
			content.lane ?? '',
			String(content.x ?? ''),
			String(content.y ?? ''),
			content.text
		])
	]);
}

/** In English: it says what the files are, to whoever finds them. */
function readme(name: string): string {
	return `# ${name.replaceAll(/\s+/g, ' ')}

Everything that this campaign had in its Placard, in open formats.

- \`campaign.json\` and \`boards/N/board.json\`: all of it, with every state of every note. \`placard import\` reads these.
- \`SHA256SUMS\`: what those files must be; check with \`sha256sum -c SHA256SUMS\`. The SHA-256 of this file is the content
  hash: the same campaign gives the same one wherever it is.
- \`boards/N/\`: the notes as a table and as text, their history, who is on a map and how they are linked, and the picture.
- \`boards/N/photos/\`: photos of paper that the group kept. They can show faces and handwriting: mind who gets them.
- \`people.csv\`: who takes part, where the file may say so. It has no email addresses.

Who may see the campaign is not in here: wherever it arrives, its members alone see it until somebody shares it.
`;
}
