import type { StoredForm } from '../../question.ts';
import { sheetsFor } from '../export.ts';
import { formFromSheets, sheetsRead, type Usual, type XlsFormRead } from '../import.ts';
import { Refused, type Refusal } from '../refused.ts';
import { readWorkbook } from './read-workbook.ts';
import { workbookOf } from './write-workbook.ts';

/** An .xlsx as a form, with what became of each of its rows; or one reason why it is none. Nothing is kept. */
export async function readXlsForm(bytes: Uint8Array, usual: Usual): Promise<XlsFormRead> {
	try {
		const { sheets, names } = await readWorkbook(
			Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
			sheetsRead
		);
		return formFromSheets(sheets, names, usual);
	} catch (error) {
		if (error instanceof Refused) return { refused: error.refusal };
		throw error;
	}
}

/** A form as an .xlsx; the same form gives the same bytes. */
export function xlsFormOf(form: StoredForm, title: string): { bytes: Buffer } | { refused: Refusal } {
	try {
		return { bytes: workbookOf(sheetsFor(form, title)) };
	} catch (error) {
		if (error instanceof Refused) return { refused: error.refusal };
		throw error;
	}
}
