import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formAsJson } from '#areas/forms';
import { readXlsForm } from '../../../src/areas/forms/xlsform/server/xlsform.ts';
import { zip } from '../malformed-files/zip.ts';
import { flipped, moved, type Maker, type Trial } from './makers.ts';
import { partsOf } from './samples.ts';

/**
 * The same with XLSForms that others made: every `.xlsx` of the folder named in XLSFORMS. This repository has none of
 * them, so that without a folder the proof is about our own alone.
 */
export function broughtMakers(folder = process.env['XLSFORMS']): Record<string, Maker> {
	if (!folder) return {};
	const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
	const books = files.toSorted().map((name) => readFileSync(path.join(folder, name)));
	const any = (as: Trial['as'], content: Buffer): Trial => ({ as, content, then: 'any' });
	return {
		'somebody’s XLSForm as it is': (chance) => any('xlsx', chance.one(books)),
		'somebody’s XLSForm with bytes changed': (chance) => any('xlsx', flipped(chance, chance.one(books))),
		'somebody’s XLSForm with the XML of a part changed': async (chance) => {
			const all = await partsOf(chance.one(books)).catch(() => []);
			if (!all.length) return any('xlsx', chance.one(books));
			const one = chance.one(all);
			const how = chance.below(2) ? flipped : moved;
			return any(
				'xlsx',
				zip(all.map((part) => (part === one ? { ...part, content: how(chance, part.content) } : part)))
			);
		},
		'somebody’s form as JSON with a piece changed': async (chance) => {
			const read = await readXlsForm(chance.one(books), { main: 'en', seenBy: 'staff' });
			if (read.refused) return any('json', Buffer.from('{}'));
			const text = Buffer.from(formAsJson(read.form));
			return any('json', chance.below(2) ? flipped(chance, text) : moved(chance, text));
		}
	};
}
