import { declaresMacros } from '#server/zip';
import { Problem } from '#shared/problem';
import { Refused } from '../refused.ts';
import type { Sheet } from '../sheet.ts';
import { openArchive, type Parts } from './archive.ts';
import { readRows } from './read-rows.ts';
import { readStrings } from './read-strings.ts';
import { walk } from './xml.ts';

/*
 * An .xlsx as far as a form needs it (ECMA-376 part 1, 18.2 to 18.4): the text of some worksheets. Formulas give the
 * value that was saved with them; pictures, comments and styles are not looked at.
 */

/** Those sheets whose names are asked for, and the names of all. */
export type Workbook = { sheets: Sheet[]; names: string[] };

export async function readWorkbook(bytes: Buffer, wanted: readonly string[]): Promise<Workbook> {
	try {
		return await read(await openArchive(bytes), wanted);
	} catch (error) {
		throw error instanceof Problem ? new Refused(error.code) : error;
	}
}

async function read(parts: Parts, wanted: readonly string[]): Promise<Workbook> {
	await mustBeWorkbook(parts);
	const listed = await sheetsListed(parts);
	const asked = listed.filter(({ name }) => wanted.includes(sheetWord(name)));
	const strings = asked.length ? await readStrings(await parts.part('xl/sharedStrings.xml')) : [];
	const sheets: Sheet[] = [];
	for (const { name, place } of asked) {
		const part = await parts.part(place);
		if (!part) throw new Refused('file-damaged');
		sheets.push({ name, rows: await readRows(name, part, strings) });
	}
	return { sheets, names: listed.map(({ name }) => name) };
}

/** Names are compared so: "Survey " is the survey. */
export function sheetWord(name: string): string {
	return name.trim().toLowerCase();
}

async function mustBeWorkbook(parts: Parts): Promise<void> {
	const types = (await parts.part('[Content_Types].xml'))?.toString('utf8') ?? '';
	if (declaresMacros(types, parts.names)) throw new Refused('file-macro');
	if (!parts.names.includes('xl/workbook.xml')) throw new Refused('no-workbook');
}

async function sheetsListed(parts: Parts): Promise<{ name: string; place: string }[]> {
	const places = await placesOf(parts);
	const found: { name: string; place: string }[] = [];
	await walk((await parts.part('xl/workbook.xml'))!, {
		open(tag, attributes) {
			const { name } = attributes;
			const place = tag === 'sheet' ? places.get(relationIn(attributes)) : undefined;
			if (name !== undefined && place !== undefined) found.push({ name, place });
		}
	});
	return found;
}

function relationIn(attributes: Record<string, string>): string {
	const id = Object.keys(attributes).find((name) => name.endsWith(':id'));
	return id === undefined ? '' : attributes[id]!;
}

/** Where the parts lie that the workbook names. */
async function placesOf(parts: Parts): Promise<Map<string, string>> {
	const places = new Map<string, string>();
	const part = await parts.part('xl/_rels/workbook.xml.rels');
	if (!part) throw new Refused('file-damaged');
	await walk(part, {
		open(tag, { Id, Target }) {
			if (tag === 'Relationship' && Id !== undefined && Target !== undefined)
				places.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
		}
	});
	return places;
}
