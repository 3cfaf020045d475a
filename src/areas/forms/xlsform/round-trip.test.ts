import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyForm } from '../../../../tests/any-form.ts';
import { formAsJson } from '../form-json.ts';
import { readXlsForm, xlsFormOf } from './server/xlsform.ts';

const usual = { main: 'en', seenBy: 'staff' } as const;

test('whatever a form holds, it comes back from an XLSForm as the same bytes', async () => {
	await fc.assert(
		fc.asyncProperty(anyForm, async (form) => {
			const read = await readXlsForm((xlsFormOf(form, 'A form') as { bytes: Buffer }).bytes, usual);
			expect(read.refused).toBeUndefined();
			expect(formAsJson(read.form!)).toBe(formAsJson(form));
		}),
		{ numRuns: 300 }
	);
});
