import * as m from '#words';
import { whyGone } from '../../ui/care/endings-words.ts';
import type { Receipt } from '../server/receipts.ts';

export function whoOf({ why, who }: Receipt): string {
	if (why === 'restored') return m.keeping_receipts_restored();
	if (why === 'request') return m.keeping_receipts_request({ who: who ?? '' });
	return who ?? m.keeping_receipts_clock();
}

export function lineOf({ why, sent, count, question }: Receipt['lines'][number]): string {
	if (question !== null) return m.form_ending_answers({ question, count });
	const words = { count, why: whyGone({ why }) };
	return sent ? m.keeping_line_sent(words) : m.keeping_line_draft(words);
}
