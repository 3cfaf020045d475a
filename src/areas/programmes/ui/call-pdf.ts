import * as m from '#words';
import { getLocale } from '#words/addresses';
import { formatsIn, isUnreviewed } from '#words/tongues';
import { TaggedPdf } from '#server/pdf';
import { documentOf, foreignIn, type Block } from '../call-document.ts';
import type { PublishedAnswer } from '../questions/server/views.ts';
import type { CallView } from '../server/call-views.ts';
import { allOnlyIn, langAt, partOnlyIn } from '../tongues/heard.ts';
import { kickerOf, phaseNames, statusOf } from '../call-words.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Making one takes a hundred times as long as giving it away, so the last few are kept while they say the same. */
const made = new Map<string, Promise<Bytes>>();
const kept = 24;

/** The whole call as a tagged PDF, made from the same document as its page. */
export function callPdf(
	view: CallView,
	address: string,
	answers: readonly PublishedAnswer[] = []
): Promise<Bytes> {
	const { asOf: _, nextTurn: __, ...said } = view;
	const key = JSON.stringify([getLocale(), address, said, documentOf(view), answers]);
	const pdf = made.get(key) ?? make(view, address, answers);
	made.delete(key);
	made.set(key, pdf);
	if (made.size > kept) made.delete(made.keys().next().value!);
	return pdf;
}

function make(view: CallView, address: string, answers: readonly PublishedAnswer[]): Promise<Bytes> {
	const pdf = new TaggedPdf({
		title: view.name,
		lang: formatsIn(),
		author: view.says.host || undefined,
		changedAt: view.changedAt,
		footer: (page, pages) => m.call_pdf_page({ page, pages })
	});
	const kicker = [phaseNames[view.phase](), kickerOf(view)].filter(Boolean).join(' · ');
	pdf.board(view.name, kicker, { lang: langAt(view, 'name') });
	const allOnly = allOnlyIn(view);
	if (allOnly) pdf.text(allOnly);
	if (isUnreviewed()) pdf.text(m.common_unreviewed());
	pdf.text(statusOf(view), { bold: true });
	if (view.says.summary) pdf.text(view.says.summary, { lang: langAt(view, 'summary') });
	pdf.text(m.call_pdf_made());
	pdf.link(address);
	if (hasOtherLetters([view.says, view.changes, answers])) pdf.text(m.call_pdf_letters());
	for (const section of documentOf(view)) {
		pdf.heading(2, section.title);
		const foreign = foreignIn(section);
		if (foreign && !view.nothing) pdf.text(partOnlyIn(foreign));
		for (const block of section.blocks) print(pdf, block);
	}
	if (answers.length) printAnswers(pdf, answers);
	return pdf.finish();
}

/** The faces that we embed are for Latin and Arabic letters. Who reads other ones, or pictures, is told where they are. */
function hasOtherLetters(texts: unknown): boolean {
	return withoutFace.test(JSON.stringify(texts));
}

const withoutFace =
	/[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/u;

function print(pdf: TaggedPdf, block: Block): void {
	if ('title' in block && block.title) pdf.heading(3, block.title);
	const theirs = { lang: block.lang };
	if (block.is === 'text') pdf.text(block.text, theirs);
	if (block.is === 'list') pdf.list(block.items, theirs);
	if (block.is === 'quote') pdf.text(`${block.lead}\n\n${block.text}`);
	if (block.is === 'pairs') {
		if (block.lead) pdf.text(block.lead);
		pdf.pairs(block.pairs, theirs);
	}
	if (block.is === 'criteria')
		pdf.pairs(
			block.rows.map(({ name, about, weight }) => ({ name: weighted(name, weight), text: about })),
			theirs
		);
	if (block.is === 'dates')
		pdf.pairs(
			block.dates.map(({ name, words, note }) => ({ name, text: [words, note].filter(Boolean).join('\n') }))
		);
	if (block.is === 'contact') printContact(pdf, block);
	if (block.is === 'changes')
		for (const { what, when, note } of block.changes) {
			pdf.text(`${what} ${when}`, { bold: true });
			pdf.text(note, theirs);
		}
}

function printContact(pdf: TaggedPdf, { ask, email, note, lang }: Extract<Block, { is: 'contact' }>): void {
	if (ask) pdf.text(ask);
	if (email) pdf.link(`mailto:${email}`, email);
	if (note) pdf.text(note, { lang });
}

/** What was asked and answered, in the words that everybody reads on the page. */
function printAnswers(pdf: TaggedPdf, answers: readonly PublishedAnswer[]): void {
	pdf.heading(2, m.asking_qa_title());
	for (const { question, answer, language } of answers) {
		pdf.heading(3, question, { lang: language });
		pdf.text(answer, { lang: language });
	}
}

function weighted(name: string, weight: number | null): string {
	return weight === null ? name : `${name} (${m.call_weight()}: ${weight})`;
}
