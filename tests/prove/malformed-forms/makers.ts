import { formAsJson } from '#areas/forms';
import { workbookOf } from '../../../src/areas/forms/xlsform/server/write-workbook.ts';
import type { Chance } from '../chance.ts';
import { zip, type Entry } from '../malformed-files/zip.ts';
import { book, parts, stored, type Book } from './samples.ts';
import { naughty } from './naughty.ts';

/** A file to be handed in, and what must become of it; `any`: either, as long as it is said in a sentence. */
export type Trial = { as: 'xlsx' | 'json'; content: Buffer; then: 'taken' | 'refused' | 'any' };
export type Maker = (chance: Chance) => Trial | Promise<Trial>;

const xlsx = (content: Buffer, then: Trial['then'] = 'any'): Trial => ({ as: 'xlsx', content, then });
const json = (text: string | Buffer, then: Trial['then'] = 'any'): Trial => ({
	as: 'json',
	content: Buffer.from(text),
	then
});
const asJson = (value: unknown, then: Trial['then'] = 'any') => json(JSON.stringify(value), then);

export const makers: Record<string, Maker> = {
	'an XLSForm with bytes changed': (chance) => xlsx(flipped(chance, workbookOf(book()))),
	'an XLSForm cut short': (chance) => {
		const whole = workbookOf(book());
		return xlsx(whole.subarray(0, chance.below(whole.length)), 'refused');
	},
	'an XLSForm with a piece moved': (chance) => xlsx(moved(chance, workbookOf(book()))),
	'a workbook packed otherwise': repacked,
	'the XML of a part with letters changed': async (chance) => {
		const all = await parts();
		const one = chance.one(all);
		return xlsx(zip(all.map((part) => (part === one ? { ...part, content: flipped(chance, part.content) } : part))));
	},
	'the XML of a sheet with tags changed': tagged,
	'cells with something else in them': (chance) => {
		const sheets = book();
		for (let n = 1 + chance.below(12); n > 0; n--) {
			const rows = chance.one(sheets).rows;
			const row = chance.one(rows);
			row[chance.below(row.length)] = naughty(chance);
		}
		return xlsx(workbookOf(sheets));
	},
	'rows in another order': (chance) => {
		const sheets = book();
		const { rows } = chance.one(sheets);
		for (let n = 1 + chance.below(8); n > 0; n--) rearrange(chance, rows);
		return xlsx(workbookOf(sheets));
	},
	'sheets and columns renamed': (chance) => {
		const sheets = book();
		const one = chance.one(sheets);
		if (chance.below(2)) one.name = chance.one(['Survey ', 'SURVEY', 'surveys', 'choices', '', 'a'.repeat(40), '<b>', 'settings']);
		else one.rows[0]![chance.below(one.rows[0]!.length)] = chance.one(['type', 'name', 'label', 'label::', '::', 'label::xx', 'label:cy', 'constructor', '__proto__', 'toString', 'hint::Cymraeg (cy)', 'relevant', 'media::image::a::b', '']);
		return xlsx(workbookOf(sheets));
	},
	'a workbook that is still one': (chance) => xlsx(workbookOf(stillWhole(chance)), 'taken'),
	'JSON with letters changed': (chance) => json(flipped(chance, Buffer.from(formAsJson(stored())))),
	'JSON cut short': (chance) => {
		const text = formAsJson(stored());
		return json(text.slice(0, chance.below(text.length - 2)), 'refused');
	},
	'JSON with a piece moved': (chance) => json(moved(chance, Buffer.from(formAsJson(stored())))),
	'JSON with other values in it': (chance) => {
		const form = structuredClone(stored()) as unknown;
		for (let n = 1 + chance.below(3); n > 0; n--) changeOne(chance, form);
		return asJson(form);
	},
	'JSON of another shape': (chance) => json(chance.one(['', ' ', 'null', '[]', '{}', '1', '"form"', '[[[['.repeat(20_000), `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, '{"format":1}', '{"__proto__":{"format":1}}', '\u0000', '\uFEFF', `{"format":1,"main":"en","others":[],"sections":${JSON.stringify(Array(5000).fill({}))}}`]), 'refused'),
	'JSON that is still a form': (chance) => stillForm(chance)
}; // prettier-ignore

export function flipped(chance: Chance, bytes: Buffer): Buffer {
	const content = Buffer.from(bytes);
	for (let n = 1 + chance.below(20); n > 0; n--) content[chance.below(content.length)] = chance.below(256);
	return content;
}

export function moved(chance: Chance, whole: Buffer): Buffer {
	const [from, to] = [chance.below(whole.length), chance.below(whole.length)].sort((a, b) => a - b) as [
		number,
		number
	];
	return Buffer.concat([whole.subarray(0, from), whole.subarray(to), whole.subarray(from, to)]);
}

async function repacked(chance: Chance): Promise<Trial> {
	const all: Entry[] = await parts();
	const one = chance.one(all);
	const others = all.filter((part) => part !== one);
	const zeros = Buffer.alloc(30_000_000, '<c/>');
	const lying = chance.one([{ unpacked: 1 }, { unpacked: 0x7fffffff }, { packed: 5 }, { at: 0 }, { at: 0x7fffffff }, { flags: 1 }]);
	return chance.one<() => Trial>([
		() => xlsx(zip([...others, { ...one, says: lying }])),
		() => xlsx(zip(all.map((part) => (part.name.startsWith('[') ? { ...part, content: typed(part.content, '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>') } : part))), 'taken'),
		() => xlsx(zip(all.map((part) => (part.name.startsWith('[') ? { ...part, content: Buffer.from(part.content.toString().replace('sheet.main+xml', 'sheet.macroEnabled.main+xml')) } : part))), 'refused'),
		() => xlsx(zip(others)),
		() => xlsx(zip([...all, one])),
		() => xlsx(zip([...all, { name: 'xl/vbaProject.bin', content: 'x' }]), 'refused'),
		() => xlsx(zip([...all, { name: chance.one(['../a', '/etc/passwd', 'a.exe', 'b.zip']), content: 'x' }]), 'refused'),
		() => xlsx(zip([...all, ...Array.from({ length: 1200 }, (_, n) => ({ name: `x${n}`, content: 'x' }))]), 'refused'),
		() => xlsx(zip(all.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content: zeros } : part))), 'refused'),
		() => xlsx(zip(all, { before: 'MZ' }), 'refused'),
		() => xlsx(zip(all, { count: all.length + 3 }), 'refused'),
		() => xlsx(Buffer.from('D0CF11E0A1B11AE1' + '00'.repeat(600), 'hex'), 'refused'),
		() => xlsx(zip(all.map((part) => ({ ...part, stored: true }))), 'taken')
	])();
} // prettier-ignore

const typed = (types: Buffer | string, more: string) =>
	types.toString().replace('<Override', `${more}<Override`);

/** What a hostile or broken program would write into the XML of a sheet. */
async function tagged(chance: Chance): Promise<Trial> {
	const all = await parts();
	const at = all.findIndex(({ name }) => name.endsWith('sheet1.xml'));
	const text = all[at]!.content.toString();
	const [from, to] = chance.one<[RegExp | string, string]>([
		['<sheetData>', '<!DOCTYPE a [<!ENTITY x "y">]><sheetData>'],
		['What is it called?', '&x;'],
		['<sheetData>', `<sheetData>${'<row><c t="n"><v>1</v></c></row>'.repeat(9000)}`],
		['<sheetData>', `<sheetData>${'<row r="9"><c r="XFD9"/></row>'.repeat(60_000)}`],
		['<sheetData>', `<sheetData>${'<a>'.repeat(100_000)}`],
		['r="A2"', 'r="XFD2"'],
		['r="A2"', 'r="A99999999999"'],
		['r="A2"', 'r="ZZZZ2"'],
		['<row r="2"', '<row r="99999999999"'],
		['<row r="2"', '<row r="-1"'],
		['t="inlineStr"', 't="s"'],
		['</sheetData>', ''],
		['<row', '<x:row'],
		[/inlineStr/g, 'e'],
		['Write as you speak.', 'x'.repeat(40_000)],
		['Write as you speak.', '_xD800__x0000__xFFFF_']
	]);
	all[at]!.content = Buffer.from(text.replace(from, () => to));
	return xlsx(zip(all));
}

function rearrange(chance: Chance, rows: string[][]): void {
	const [from] = rows.splice(chance.below(rows.length), 1);
	if (!from) return;
	if (chance.below(3)) rows.splice(chance.below(rows.length + 1), 0, from);
	if (!chance.below(3)) rows.splice(chance.below(rows.length + 1), 0, [...from]);
}

function stillWhole(chance: Chance): Book {
	const sheets = book();
	const [survey, choices, settings] = sheets as [Book[0], Book[0], Book[0]];
	const changes: (() => void)[] = [
		() => sheets.reverse(),
		() => sheets.push({ name: 'notes', rows: [['anything'], [naughty(chance)]] }),
		() => survey.rows.forEach((row, n) => row.push(n ? naughty(chance) : 'remarks')),
		() => choices.rows.push(['unused', 'x', 'X', '', '']),
		() => (survey.name = chance.one(['Survey', ' survey', 'SURVEY'])),
		() => (settings.rows[1]![0] = naughty(chance)),
		() => (survey.rows[5]![2] = `People ${naughty(chance)}`),
		() => survey.rows.splice(8, 0, Array<string>(12).fill('')),
		() => (survey.rows[0]![0] = 'Type')
	];
	chance.one(changes)();
	return sheets;
}

type Holder = Record<string | number, unknown>;

/** Something anywhere in it: taken away, put twice, or of another kind. */
function changeOne(chance: Chance, form: unknown): void {
	const places = placesIn(form);
	const { holder, name } = chance.one(places);
	const way = chance.below(4);
	if (way === 0 && Array.isArray(holder)) holder.splice(Number(name), 1);
	else if (way === 0) delete holder[name];
	else if (way === 1 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(name)]));
	else if (way === 2) holder[naughty(chance)] = naughty(chance);
	else holder[name] = chance.one<unknown>([null, true, -1, 1e308, '', naughty(chance), [], {}, [[]], { text: '' }, chance.one(places).holder[name] ?? 0]); // prettier-ignore
}

function placesIn(value: unknown): { holder: Holder; name: string }[] {
	if (typeof value !== 'object' || value === null) return [];
	const holder = value as Holder;
	return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}

function stillForm(chance: Chance): Trial {
	const form = stored() as unknown as Holder;
	const turned = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(turned);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).reverse().map(([name, inside]) => [name, turned(inside)])); // prettier-ignore
	};
	return chance.one<() => Trial>([
		() => asJson(turned(form), 'taken'),
		() => json(JSON.stringify(form, null, chance.below(10)), 'taken'),
		() => json(`\uFEFF${JSON.stringify(form)}\n\n`, 'taken'),
		() => json(JSON.stringify(form).replace('All of you', () => JSON.stringify(`x${naughty(chance).replace(/[^\P{Cc}\n\t]/gu, '').toWellFormed().slice(0, 4000)}`).slice(1, -1)), 'taken'),
		() => asJson({ ...form, others: [] }, 'taken'),
		() => asJson({ ...form, sections: [] }, 'taken')
	])();
} // prettier-ignore
