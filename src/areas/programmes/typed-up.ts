import * as m from '#words';
import { formatsIn } from '#words/tongues';
import { when } from './call-words.ts';
import type { Moment } from './server/call-views.ts';
import type { ExpressionView } from './server/expression-views.ts';

type TypedUp = Pick<ExpressionView, 'enteredFrom' | 'typedBy' | 'begunAt' | 'submittedAt' | 'call'>;

/** "Mair and Bo", in the reader's language. */
export function namesIn(people: readonly string[]): string {
	if (!people.length) return m.paper_nobody();
	return new Intl.ListFormat(formatsIn(), { type: 'conjunction' }).format(people);
}

/** How it reached us and when, for staff. */
export function reachedUs(from: 'paper' | 'telephone', at: Moment): string {
	const words = { when: when(at) };
	return from === 'paper' ? m.paper_received_on_paper(words) : m.paper_received_by_telephone(words);
}

/** The same for its applicant: who typed what they wrote or said, when it reached us, when it was finished. */
export function typedForYou(expression: TypedUp): string[] {
	const { enteredFrom, typedBy, begunAt, submittedAt, call } = expression;
	if (!enteredFrom) return [];
	const moment = (instant: Date) => when({ instant, zone: call.zone });
	const words = { people: namesIn(typedBy), when: moment(begunAt) };
	return [
		enteredFrom === 'paper' ? m.paper_applicant_paper(words) : m.paper_applicant_telephone(words),
		...(submittedAt ? [m.paper_applicant_typed({ when: moment(submittedAt) })] : [])
	];
}
