import { getLocale } from '#words/addresses';
import { csvOf, edgesCsv, nodesCsv } from './exports/csv.ts';
import { jsonOf } from './exports/json.ts';
import { markdownOf } from './exports/markdown.ts';
import type { Note } from './note.ts';
import { pictureOf } from './pictures/picture.ts';
import type { Template } from './template.ts';

type Board = { name: string; template: Template; notes: readonly Note[] };

/** The picture of a board by itself: in a page, larger in a window of its own, or kept. It runs nothing. */
export function boardPicture({ name, template, notes }: Board): Response {
	const svg = pictureOf(template, notes, { locale: getLocale(), title: name, isAlone: true });
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml; charset=utf-8',
			'cache-control': 'private, no-store',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'"
		}
	});
}

type Made = { body: string; type: string };
const csv = 'text/csv; charset=utf-8';

/** The files of a board to take along, by their name: each is made of what whoever asks is shown of it. */
export const boardFiles: Record<string, (board: Board) => Made> = {
	'board.csv': ({ template, notes }) => ({ body: csvOf(template, notes, getLocale()), type: csv }),
	'board.json': ({ template, notes }) => ({ body: jsonOf(template, notes), type: 'application/json' }),
	'board.md': ({ name, template, notes }) => ({
		body: markdownOf(template, notes, { title: name, locale: getLocale() }),
		type: 'text/markdown; charset=utf-8'
	}),
	'nodes.csv': ({ template, notes }) => ({ body: nodesCsv(template, notes, getLocale()), type: csv }),
	'edges.csv': ({ template, notes }) => ({ body: edgesCsv(template, notes, getLocale()), type: csv })
};
