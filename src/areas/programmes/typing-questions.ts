import type { ShownQuestion } from '#areas/forms';
import * as m from '#words';

/**
 * A question as whoever types from paper meets it. Nothing is needed, so "(optional)" beside everything would say
 * nothing; and what was selected by mistake can be left open again, which round buttons do not let one do.
 */
export function forTyping(question: ShownQuestion): ShownQuestion {
	const { kind } = question.ask;
	const mayBeLeftOpen = kind === 'yes-no' || (question.ask.kind === 'choice' && !question.ask.list);
	const options = mayBeLeftOpen
		? [...question.options, { value: '', label: m.paper_unsaid() }]
		: question.options;
	return { ...question, optional: false, options };
}
