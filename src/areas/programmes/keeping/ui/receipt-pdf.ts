import { TaggedPdf } from '#server/pdf';
import * as m from '#words';
import { formatsIn } from '#words/tongues';
import type { OneReceipt } from '../server/receipts.ts';
import { factsOf } from './receipt-words.ts';

/** The same receipt as its page. The same one gives the same bytes. */
export function receiptPdf(view: OneReceipt): Promise<Uint8Array<ArrayBuffer>> {
	const pdf = new TaggedPdf({
		title: m.keeping_receipt_title(),
		lang: formatsIn(),
		author: view.host || undefined,
		changedAt: view.receipt.at,
		footer: (page, pages) => m.call_pdf_page({ page, pages })
	});
	pdf.board(m.keeping_receipt_title(), view.name);
	pdf.text(m.keeping_receipt_lead());
	pdf.pairs(factsOf(view), { lang: 'und' });
	pdf.text(m.keeping_receipt_how());
	return pdf.finish();
}
