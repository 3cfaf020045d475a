import { TaggedPdf } from '#server/pdf';
import type { Locale } from '#words/addresses';
import { formatsIn, isUnreviewed } from '#words/tongues';
import * as m from '#words';
import { listOf, type Entry } from '../list.ts';
import type { Note } from '../note.ts';
import { describe } from '../pictures/describe.ts';
import { drawingOf } from '../pictures/picture.ts';
import type { Template } from '../template.ts';
import { said } from '../words.ts';
import { drawOn } from './draw.ts';

export type Printing = { title: string; locale: Locale; size: 'A4' | 'A3'; changedAt: Date };

/** A board on paper: its picture, then every note in full by the number that stands in the picture. */
export function boardPdf(
	template: Template,
	notes: readonly Note[],
	{ title, locale, size, changedAt }: Printing
): Promise<Uint8Array<ArrayBuffer>> {
	const pdf = new TaggedPdf({
		title,
		size,
		lang: formatsIn(locale),
		changedAt,
		footer: (page, pages) => m.pictures_page({ page, pages }, { locale })
	});
	pdf.board(title, said(template.name, locale), { lang: 'und' });
	if (isUnreviewed(locale)) pdf.text(m.common_unreviewed({}, { locale }));
	const drawing = drawingOf(template, notes, locale);
	pdf.figure(describe({ template, notes, locale }), drawing, (doc) => drawOn(doc, drawing, locale));
	for (const { name, prompt, entries } of listOf(template, notes, locale)) {
		pdf.heading(2, name || m.pictures_list({}, { locale }));
		if (prompt) pdf.text(prompt);
		if (entries.length)
			pdf.list(
				entries.flatMap((entry) => linesOf(entry)),
				{ lang: 'und' }
			);
		else pdf.text(m.pictures_none({}, { locale }));
	}
	return pdf.finish();
}

/** "12 · Rent arrears (Question)", and under it what was put there. */
function linesOf({ note, kind, fields, members }: Entry): string[] {
	const more = [kind, ...fields.map(({ name, text }) => `${name}: ${text}`)].join('; ');
	return [`${note.number} · ${note.text} (${more})`, ...members.flatMap(linesOf)];
}
