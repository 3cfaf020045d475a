import type { Said } from './host.ts';

/** A page of plain statements made from data, as its parts: the page shows them, tests read them. */
export type Block =
	| { is: 'text'; text: string }
	| { is: 'list'; items: string[] }
	/** Lists, each under what its items share. */
	| { is: 'groups'; title: string; groups: { title: string; items: string[] }[] }
	| { is: 'table'; caption: string; columns: string[]; rows: string[][] }
	| { is: 'link'; href: string; text: string }
	/** The host's own words, in their language. */
	| { is: 'own'; title?: string; said: Said };
export type Part = { id: string; title: string; blocks: Block[] };

export const text = (words: string): Block => ({ is: 'text', text: words });
export const list = (...items: string[]): Block => ({ is: 'list', items });

/** A part without anything to say is left out. */
export function part(id: string, title: string, ...blocks: (Block | false | null | undefined)[]): Part[] {
	const said = blocks.filter((block) => Boolean(block)) as Block[];
	return said.length ? [{ id, title, blocks: said }] : [];
}

/** Everything that a notice says, as lines of text. */
export function linesOf(parts: readonly Part[]): string[] {
	return parts.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(wordsOf)]);
}

function wordsOf(block: Block): string[] {
	if (block.is === 'list') return block.items;
	if (block.is === 'groups')
		return [
			block.title,
			...block.groups.flatMap(({ title, items }) => items.map((item) => `${title}: ${item}`))
		];
	if (block.is === 'table')
		return [block.caption, block.columns.join(' | '), ...block.rows.map((row) => row.join(' | '))];
	return [block.is === 'own' ? block.said.text : block.text];
}
