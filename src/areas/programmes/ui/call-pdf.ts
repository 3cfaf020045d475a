import * as m from '#words';
import { getLocale } from '#words/addresses';
import { formatsIn, isUnreviewed } from '#words/tongues';
import { TaggedPdf } from '#server/pdf';
import { documentOf, type Block } from '../call-document.ts';
import type { CallView } from '../server/call-views.ts';
import { kickerOf, phaseNames, statusOf } from '../call-words.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Making one takes a hundred times as long as giving it away, so the last few are kept while they say the same. */
const made = new Map<string, Promise<Bytes>>();
const kept = 24;

/** The whole call as a tagged PDF, made from the same document as its page. */
export function callPdf(view: CallView, address: string): Promise<Bytes> {
	const { asOf: _, nextTurn: __, ...said } = view;
	const key = JSON.stringify([getLocale(), address, said, documentOf(view)]);
	const pdf = made.get(key) ?? make(view, address);
	made.delete(key);
	made.set(key, pdf);
	if (made.size > kept) made.delete(made.keys().next().value!);
	return pdf;
}

function make(view: CallView, address: string): Promise<Bytes> {
	const pdf = new TaggedPdf({
		title: view.name,
		lang: formatsIn(),
		author: view.says.host || undefined,
		changedAt: view.changedAt,
		footer: (page, pages) => m.call_pdf_page({ page, pages })
	});
	pdf.board(view.name, [phaseNames[view.phase](), kickerOf(view)].filter(Boolean).join(' · '));
	if (isUnreviewed()) pdf.text(m.common_unreviewed());
	pdf.text(statusOf(view), { bold: true });
	if (view.says.summary) pdf.text(view.says.summary);
	pdf.text(m.call_pdf_made());
	pdf.link(address);
	if (hasOtherLetters(view)) pdf.text(m.call_pdf_letters());
	for (const { title, blocks } of documentOf(view)) {
		pdf.heading(2, title);
		for (const block of blocks) print(pdf, block);
	}
	return pdf.finish();
}

/** The faces that we embed are for Latin and Arabic letters. Who reads other ones, or pictures, is told where they are. */
function hasOtherLetters({ says, changes }: CallView): boolean {
	return withoutFace.test(JSON.stringify([says, changes]));
}

const withoutFace =
	/[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/u;

function print(pdf: TaggedPdf, block: Block): void {
	if ('title' in block && block.title) pdf.heading(3, block.title);
	if (block.is === 'text') pdf.text(block.text);
	if (block.is === 'list') pdf.list(block.items);
	if (block.is === 'quote') pdf.text(`${block.lead}\n\n${block.text}`);
	if (block.is === 'pairs') {
		if (block.lead) pdf.text(block.lead);
		pdf.pairs(block.pairs);
	}
	if (block.is === 'criteria')
		pdf.pairs(block.rows.map(({ name, about, weight }) => ({ name: weighted(name, weight), text: about })));
	if (block.is === 'dates')
		pdf.pairs(
			block.dates.map(({ name, words, note }) => ({ name, text: [words, note].filter(Boolean).join('\n') }))
		);
	if (block.is === 'contact') printContact(pdf, block);
	if (block.is === 'changes')
		pdf.pairs(block.changes.map(({ what, when, note }) => ({ name: `${what} ${when}`, text: note })));
}

function printContact(pdf: TaggedPdf, { ask, email, note }: Extract<Block, { is: 'contact' }>): void {
	if (ask) pdf.text(ask);
	if (email) pdf.link(`mailto:${email}`, email);
	if (note) pdf.text(note);
}

function weighted(name: string, weight: number | null): string {
	return weight === null ? name : `${name} (${m.call_weight()}: ${weight})`;
}
