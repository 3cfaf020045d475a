import { isWanted, placesIn, plain, type Wanted } from './looking.ts';

/** Where it was found: the question, and the words around, in pieces of which some are what was looked for. */
export type Excerpt = { name: string; pieces: { text: string; isHit: boolean }[] };
type Said = { label: string; text: readonly string[] };

const around = 60;

/** The answer that has the most of what was looked for, from the beginning of its first hit. Nothing: not in the answers. */
export function excerptOf(answers: readonly Said[], wanted: readonly Wanted[]): Excerpt | null {
	if (!wanted.length) return null;
	const found = answers.flatMap(({ label, text }) =>
		text.map((one) => ({ label, text: one, hits: hitsIn(one, wanted) }))
	);
	const best = found.reduce<(typeof found)[number] | undefined>(
		(most, one) => (kindsIn(one.hits) > kindsIn(most?.hits ?? []) ? one : most),
		undefined
	);
	return best ? { name: best.label, pieces: piecesOf(best.text, best.hits) } : null;
}

type Hit = { start: number; end: number; of: number };

function hitsIn(text: string, wanted: readonly Wanted[]): Hit[] {
	const words = placesIn(text).flatMap(({ word, start, end }) => {
		const of = wanted.findIndex((one) => isWanted(word, one));
		return of < 0 ? [] : [{ start, end, of }];
	});
	return words.length ? words : insideOf(text, wanted);
}

/** Names are found by any part of a word. */
function insideOf(text: string, wanted: readonly Wanted[]): Hit[] {
	return placesIn(text).flatMap(({ start, end }) => {
		const of = wanted.findIndex(({ word }) => plain(text.slice(start, end)).includes(word));
		return of < 0 ? [] : [{ start, end, of }];
	});
}

function kindsIn(hits: readonly Hit[]): number {
	return new Set(hits.map(({ of }) => of)).size;
}

function piecesOf(text: string, hits: readonly Hit[]): Excerpt['pieces'] {
	const [first] = hits;
	const from = wordStart(text, Math.max(0, first!.start - around));
	const to = wordEnd(text, Math.min(text.length, first!.end + 2 * around));
	const pieces: Excerpt['pieces'] = [];
	let at = from;
	for (const { start, end } of hits.filter((hit) => hit.end <= to)) {
		pieces.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, end), isHit: true });
		at = end;
	}
	pieces.push({ text: text.slice(at, to), isHit: false });
	pieces[0]!.text = (from > 0 ? '… ' : '') + pieces[0]!.text;
	pieces.at(-1)!.text += to < text.length ? ' …' : '';
	return pieces.filter((piece) => piece.text);
}

function wordStart(text: string, at: number): number {
	return at === 0 ? 0 : text.slice(0, at).search(/\S+$/) < 0 ? at : text.slice(0, at).search(/\S+$/);
}

function wordEnd(text: string, at: number): number {
	const rest = text.slice(at).search(/\s/);
	return rest < 0 ? text.length : at + Math.min(rest, around);
}
