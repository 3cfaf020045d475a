import * as m from '#words';
import type { EndingGroup } from '../../server/ending-views.ts';
import type { QuestionEnding } from '../../keeping/server/answer-endings.ts';
import type { EndingsView } from '../../server/expression-keeping.ts';

const whats = {
	typed: m.care_typed,
	sent: m.care_sent
};

/** "3 drafts". */
export function whatEnds({ what, count }: Pick<EndingGroup, 'what' | 'count'>): string {
	return whats[what]({ count });
}

/** The rule by which it goes, with the call's own figures. */
export function whyEnds({ why }: EndingGroup, { keeping }: EndingsView): string {
	if (why === 'unsent') return m.care_endings_why_unsent({ days: keeping.draftDays });
	return m.care_endings_why_kept({ months: keeping.months });
}

const goneFor: Record<string, () => string> = {
	unsent: m.care_gone_unsent,
	withdrawn: m.care_gone_withdrawn,
	'kept-long-enough': m.care_gone_kept_long_enough,
	spam: m.sorting_gone_spam,
	early: m.keeping_gone_early,
	asked: m.care_gone_asked
};

export function whyGone({ why }: { why: string }): string {
	return goneFor[why]?.() ?? why;
}

/** One line for each thing that would go now, however many days it has been due. */
export function dueNow({ due, answers }: Pick<EndingsView, 'due' | 'answers'>): string[] {
	const sums = new Map<EndingGroup['what'], number>();
	for (const { what, count } of due) sums.set(what, (sums.get(what) ?? 0) + count);
	const whole = [...sums].map(([what, count]) => whatEnds({ what, count }));
	return [...whole, ...answers.due.map(answersEnd)];
}

/** "3 answers to “Where do you live?”". */
export function answersEnd({ question, count }: Pick<QuestionEnding, 'question' | 'count'>): string {
	return m.form_ending_answers({ question, count });
}
