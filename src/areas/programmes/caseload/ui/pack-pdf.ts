import { setImmediate as breathe } from 'node:timers/promises';
import * as m from '#words';
import { formatsIn } from '#words/tongues';
import { sentenceOfInstant } from '#words/dates';
import { TaggedPdf } from '#server/pdf';
import { partSize } from '../../expression-list.schema.ts';
import { wayWords } from '../../expression-list-words.ts';
import type { ReadPart } from '../../expression-file.ts';
import type { Export } from '../../server/expression-export.ts';
import type { ExpressionView } from '../../server/expression-views.ts';

/** What is at its head, and of which it is. */
export type PackHead = Pick<Export, 'name' | 'zone' | 'exportedAt' | 'ids'>;

/**
 * The applications that match as one file to print: a list of them, then each on a page of its own, in the order of the
 * list. It is handed on while it is made, so that a long one neither fills the memory nor keeps others waiting.
 */
export async function* packParts(file: PackHead, read: ReadPart): AsyncGenerator<Uint8Array> {
	const pdf = new TaggedPdf({
		title: m.caseload_pack_title({ call: file.name }),
		lang: formatsIn(),
		changedAt: file.exportedAt,
		flows: true,
		footer: (page) => m.caseload_pack_page({ page: String(page) })
	});
	pdf.board(file.name, m.caseload_pack_kicker({ when: sentenceOfInstant(file.exportedAt, file.zone) }));
	pdf.text(m.caseload_pack_what({ count: file.ids.length }));
	for await (const views of parts(file, read))
		for (const view of views) pdf.entry(view.reference, nameOf(view));
	yield pdf.taken();
	for await (const views of parts(file, read))
		for (const view of views) {
			writeOne(pdf, view);
			await breathe();
			yield pdf.taken();
		}
	yield await pdf.finish();
}

async function* parts({ ids }: PackHead, read: ReadPart): AsyncGenerator<ExpressionView[]> {
	for (let at = 0; at < ids.length; at += partSize) yield await read(ids.slice(at, at + partSize));
}

function writeOne(pdf: TaggedPdf, view: ExpressionView): void {
	const { reference, submittedAt, enteredFrom, call } = view;
	pdf.page(reference);
	pdf.heading(2, nameOf(view), { lang: 'und' });
	const sent = submittedAt ? m.desk_one_sent({ when: sentenceOfInstant(submittedAt, call.zone) }) : '';
	pdf.text([reference, sent, wayWords(enteredFrom ?? 'web')].filter(Boolean).join(' · '));
	const unmet = view.eligibility.filter(({ met }) => met === false);
	if (unmet.length) {
		pdf.text(m.desk_one_unmet(), { bold: true });
		pdf.list(unmet.map(({ must }) => must));
	}
	for (const { title, answers } of view.sections) {
		const said = answers.filter(({ text }) => text.length);
		if (!said.length) continue;
		pdf.heading(3, title);
		pdf.pairs(
			said.map(({ label, text, lang, langs }) => ({
				name: label,
				text: text.join('\n'),
				langs: { name: lang, text: oneOf(langs) ?? 'und' }
			}))
		);
	}
}

function nameOf({ sections, reference }: ExpressionView): string {
	const answers = sections.flatMap((section) => section.answers);
	return answers.find(({ key }) => key === 'group')?.text[0] ?? reference;
}

/** The one language of all of them; what people wrote themselves may be in any. */
function oneOf(langs: readonly (string | undefined)[] = []): string | undefined {
	return new Set(langs).size === 1 ? langs[0] : undefined;
}
