import { compareIds } from '../ids.ts';
import { Malformed, columnsOf, csvRows, quoted } from '#packages/common';

export type Moderated = 'rejected' | 'waiting' | 'accepted';

export type Statement = {
	id: string;
	text: string;
	/** Milliseconds since 1970, where it is known. */
	created?: number | undefined;
	author: string;
	moderated: Moderated;
	/** About the person and not an opinion. */
	isMeta: boolean;
	/** Written by whoever began the conversation. */
	isSeed: boolean;
	/** As the file says, where it does. */
	counted?: { agrees: number; disagrees: number } | undefined;
};

const states = new Map<string, Moderated>([
	['-1', 'rejected'],
	['0', 'waiting'],
	['1', 'accepted'],
	['', 'accepted']
]);

/** Reads `statements.csv`, or the published `comments.csv`; ascending by id. */
export function readStatements(text: string): Statement[] {
	const [header, ...rows] = csvRows(text);
	const at = placesIn(header?.fields ?? []);
	const seen = new Set<string>();
	const statements = rows.map(({ fields, line }) => {
		const statement = statementOf(fields, at, line);
		if (seen.has(statement.id))
			throw new Malformed(`the statement ${statement.id} is here twice; expected it once`, line);
		seen.add(statement.id);
		return statement;
	});
	return statements.sort((a, b) => compareIds(a.id, b.id));
}

function placesIn(header: string[]) {
	const at = columnsOf(header, {
		id: ['statement', 'comment-id'],
		text: ['text', 'comment-body'],
		created: ['created', 'timestamp'],
		author: ['author', 'author-id'],
		moderated: ['moderated'],
		isMeta: ['is_meta', 'is-meta'],
		isSeed: ['is_seed', 'is-seed'],
		agrees: ['agrees'],
		disagrees: ['disagrees']
	});
	if (at.id < 0) throw new Malformed('there is no column "statement"; expected statements, one a line', 1);
	return at;
}

function statementOf(fields: string[], at: ReturnType<typeof placesIn>, line: number): Statement {
	const field = (place: number) => (place < 0 ? '' : (fields[place] ?? '').trim());
	const id = field(at.id);
	if (id === '') throw new Malformed('the statement has no id; expected a number or a name', line);
	const moderated = states.get(field(at.moderated));
	if (!moderated)
		throw new Malformed(`moderated is ${quoted(field(at.moderated))}; expected 1, 0 or -1`, line);
	return {
		id,
		text: at.text < 0 ? '' : plainText(fields[at.text] ?? ''),
		created: field(at.created) === '' ? undefined : Number(field(at.created)),
		author: field(at.author),
		moderated,
		isMeta: isTrue(field(at.isMeta)),
		isSeed: isTrue(field(at.isSeed)),
		counted: countsOf(field(at.agrees), field(at.disagrees))
	};
}

/** Without the apostrophe that keeps a spreadsheet from taking it for a formula. */
function plainText(text: string): string {
	return text.replace(/^'(?=[=+\-@\t\r])/, '');
}

const isTrue = (text: string) => ['true', '1', 't'].includes(text.toLowerCase());

function countsOf(agrees: string, disagrees: string) {
	if (!/^\d+$/.test(agrees) || !/^\d+$/.test(disagrees)) return undefined;
	return { agrees: Number(agrees), disagrees: Number(disagrees) };
}
