import * as v from 'valibot';
import { formAsJson, formFromJson, questionsOf, type StoredForm } from '#areas/forms';
import { findForm } from '#areas/forms/server';
import {
	counted,
	faultsSentence,
	outcomeWords,
	readXlsForm,
	reasonSentence,
	refusalSentence,
	xlsFormOf,
	type ReportLine
} from '#areas/forms/xlsform/server';
import { staff, useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { findDraft, type Draft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { starterForm } from '../../starter-form.ts';
import { reviseForm } from './forms.ts';

/** A row of the file, and what becomes of it, in words. */
export type RowView = { sheet: string; row: number; said: string; outcome: string; why: string[] };
export type FoundForm = {
	/** The form as it would be kept; it is handed back to be taken. */
	json: string;
	edition: number;
	questions: number;
	counts: { taken: number; differently: number; lost: number };
	taken: RowView[];
	others: RowView[];
};
export type FormFileView = { refused: string } | { found: FoundForm };

/** Staff come to bring in a form, or to take one along. */
export const showFormExchange = useCase('programmes.showFormExchange', {
	input: v.object({ ...BySlug.entries, taken: v.optional(v.string()) }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	run: (_, { taken }, { slug, content }) =>
		Promise.resolve({ slug, name: content.name, wasTaken: taken !== undefined })
});

const largest = 5_000_000;

/** Staff see what would become of a file. Nothing of it is kept. */
export const readFormFile = useCase('programmes.readFormFile', {
	input: v.object({ ...BySlug.entries, file: v.instance(Blob, 'missing') }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { file }, draft): Promise<FormFileView> {
		if (file.size > largest) return { refused: refusalSentence({ code: 'too-large' }) };
		const read = await formIn(new Uint8Array(await file.arrayBuffer()));
		if ('refused' in read) return read;
		const { edition } = await beingWritten(context, draft);
		const count = counted(read.report);
		const found = {
			json: formAsJson(read.form),
			edition,
			questions: questionsOf(read.form).length,
			counts: { taken: count.taken, differently: count.differently, lost: count['not-taken'] },
			taken: read.report.filter(({ outcome }) => outcome === 'taken').map(rowView),
			others: read.report.filter(({ outcome }) => outcome !== 'taken').map(rowView)
		};
		return { found };
	}
});

/** Staff take what they saw as the form that is being written. Of two who write at once, nobody is overwritten. */
export const takeFormFile = useCase('programmes.takeFormFile', {
	input: v.object({
		...BySlug.entries,
		edition: v.string(),
		json: v.pipe(v.string(), v.maxLength(4_000_000))
	}),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { slug, edition, json }) {
		const { form, faults } = formFromJson(json);
		if (!form) throw new Problem('form-file-unusable', { sentence: faultsSentence(faults) });
		const revision = await reviseForm.within(context, { slug, edition, form });
		if (!revision.saved) throw new Problem('form-edited-meanwhile');
		return { slug };
	}
});

/** Staff take the form along as an XLSForm. */
export const exportForm = useCase('programmes.exportForm', {
	input: BySlug,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, _, draft) {
		const { form } = await beingWritten(context, draft);
		const made = xlsFormOf(form, draft.content.name);
		if ('refused' in made) throw new Problem('form-too-long');
		return { slug: draft.slug, xlsx: new Uint8Array(made.bytes) };
	}
});

/** An .xlsx begins like every zip file; anything else is tried as JSON where it begins like that. */
async function formIn(
	bytes: Uint8Array
): Promise<{ form: StoredForm; report: ReportLine[] } | { refused: string }> {
	const text = new TextDecoder()
		.decode(bytes.subarray(0, 64))
		.replace(/^\uFEFF/, '')
		.trimStart();
	if (!text.startsWith('{')) {
		const read = await readXlsForm(bytes, { main: 'en', seenBy: 'staff' });
		return read.refused ? { refused: refusalSentence(read.refused) } : read;
	}
	const { form, faults } = formFromJson(new TextDecoder().decode(bytes));
	return form ? { form, report: [] } : { refused: faultsSentence(faults) };
}

async function beingWritten(context: Context, draft: Draft): Promise<{ form: StoredForm; edition: number }> {
	const own = draft.form ? await findForm(context, draft.form) : undefined;
	return { form: own?.content ?? starterForm(draft), edition: own?.edition ?? 0 };
}

function rowView({ sheet, row, type, name, outcome, why }: ReportLine): RowView {
	const said = [type, name].filter(Boolean).join(' · ');
	return { sheet, row, said, outcome: outcomeWords(outcome), why: why.map((one) => reasonSentence(one)) };
}
