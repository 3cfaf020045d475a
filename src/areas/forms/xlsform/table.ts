import type { Sheet } from './sheet.ts';

/** One column: its plain name, and what stands behind the colons: "label", "French (fr)". */
export type Column = { at: number; written: string; name: string; language?: string };
/** One row under the heading, by the plain name of the column and its language. */
export type Line = { row: number; cells: ReadonlyMap<string, string> };
export type Table = { columns: Column[]; lines: Line[]; heading: number; twice: Column[] };

/** The first row is the heading. A column that comes twice counts once. */
export function tableOf(sheet: Sheet | undefined): Table {
	const [heading, ...rows] = sheet?.rows ?? [];
	const all = (heading?.cells ?? []).flatMap((written, at) => (written.trim() ? columnOf(written, at) : []));
	const first = new Map<string, Column>();
	for (const column of all) if (!first.has(keyOf(column))) first.set(keyOf(column), column);
	const columns = [...first.values()];
	const lines = rows.map(({ number, cells }) => ({ row: number, cells: lineOf(columns, cells) }));
	return {
		columns,
		lines,
		heading: heading?.number ?? 1,
		twice: all.filter((one) => !columns.includes(one))
	};
}

function lineOf(columns: readonly Column[], cells: readonly string[]): Map<string, string> {
	return new Map(
		columns.flatMap((column): [string, string][] => {
			const text = tidy(cells[column.at] ?? '');
			return text === '' ? [] : [[keyOf(column), text]];
		})
	);
}

export function keyOf({ name, language }: Pick<Column, 'name' | 'language'>): string {
	return language === undefined ? name : `${name}::${language}`;
}

/** What no form can keep is gone; line ends are ours, and so are quotation marks of word processors where they are code. */
export function tidy(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.trim();
}

/** Columns that say things in several languages. */
const spoken = ['label', 'hint', 'required_message', 'constraint_message', 'guidance_hint'];
const media = ['image', 'audio', 'video', 'big-image'];
/** Other names of the same columns: older ones, and where they end up in the XForm. */
const same: Record<string, string> = {
	caption: 'label', relevance: 'relevant', command: 'type', tag: 'name', value: 'name', list: 'list_name',
	constraining_message: 'constraint_message', requiredmsg: 'required_message', readonly: 'read_only', calculate: 'calculation',
	'bind::relevant': 'relevant', 'bind::required': 'required', 'bind::constraint': 'constraint', 'bind::calculate': 'calculation',
	'bind::readonly': 'read_only', 'bind::type': 'type', 'control::appearance': 'appearance', 'body::appearance': 'appearance',
	'bind::jr:constraintmsg': 'constraint_message', 'bind::jr:requiredmsg': 'required_message', rows: 'body::rows'
}; // prettier-ignore

function columnOf(written: string, at: number): Column {
	const text = tidy(written).replace(/\s+/g, ' ');
	const parts = /^(label|hint|caption|[a-z_]+_(?:message|hint)) ?: ?[^:]/i.test(text)
		? text.split(/ ?: ?/)
		: text.split(/ ?:: ?/);
	const [first = '', ...rest] = parts;
	const plain = first.toLowerCase().replaceAll(' ', '_');
	const whole = [plain, ...rest.map((one) => one.toLowerCase())].join('::');
	if (Object.hasOwn(same, whole)) return { at, written: text, name: same[whole]! };
	const name = same[plain] ?? plain;
	if (spoken.includes(name) && rest.length) return { at, written: text, name, language: rest.join('::') };
	if (media.includes(name)) return { at, written: text, name: `media::${name}`, ...spokenIn(rest) };
	if (plain === 'media')
		return { at, written: text, name: `media::${rest[0] ?? ''}`, ...spokenIn(rest.slice(1)) };
	return { at, written: text, name: whole };
}

function spokenIn(rest: readonly string[]): { language?: string } {
	return rest.length ? { language: rest.join('::') } : {};
}
