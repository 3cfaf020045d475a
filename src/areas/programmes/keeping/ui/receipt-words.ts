import * as m from '#words';
import { whyGone } from '../../ui/care/endings-words.ts';
import { sentenceOfInstant } from '#words/dates';
import type { EarlyView } from '../server/early.ts';
import type { OneReceipt, Receipt } from '../server/receipts.ts';

export function whoOf({ why, who }: Receipt): string {
	if (why === 'restored') return m.keeping_receipts_restored();
	if (why === 'request') return m.keeping_receipts_request({ who: who ?? '' });
	if (why === 'early') return m.keeping_receipts_early({ who: who ?? '' });
	return who ?? m.keeping_receipts_clock();
}

export function lineOf({ why, sent, count, question }: Receipt['lines'][number]): string {
	if (question !== null) return m.form_ending_answers({ question, count });
	const words = { count, why: whyGone({ why }) };
	return sent ? m.keeping_line_sent(words) : m.keeping_line_draft(words);
}

/** What would go of one application. */
export function goesWords({ answers, files, notes, letters }: EarlyView['goes']): string[] {
	return [
		m.keeping_goes_answers({ count: answers }),
		m.keeping_goes_files({ count: files }),
		m.keeping_goes_notes({ count: notes }),
		m.keeping_goes_letters({ count: letters }),
		m.keeping_goes_rest()
	];
}

/** A receipt as names and what they mean: page and PDF say the same. */
export function factsOf({ name, host, zone, receipt }: OneReceipt): { name: string; text: string }[] {
	const { at, reason, lines, sum, id } = receipt;
	return [
		{ name: m.keeping_receipt_host(), text: host || m.common_not_answered() },
		{ name: m.keeping_receipt_call(), text: name },
		{ name: m.keeping_receipts_when(), text: sentenceOfInstant(at, zone) },
		{ name: m.keeping_receipt_instant(), text: at.toISOString() },
		{ name: m.keeping_receipts_who(), text: whoOf(receipt) },
		...(reason ? [{ name: m.keeping_receipt_reason(), text: reason }] : []),
		{ name: m.keeping_receipts_what(), text: lines.map(lineOf).join('\n') },
		{ name: m.keeping_receipt_number(), text: id },
		{ name: m.keeping_receipt_sum(), text: sum }
	];
}
