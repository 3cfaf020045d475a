import { retyped, type ShownQuestion } from '#areas/forms';
import type { Returned } from './kept-fields.ts';

type Page = { questions: readonly ShownQuestion[] };
export type SentPage<P> = (Returned & { answer?: P }) | { saved: unknown } | null;

/** What came back of a page that was sent, if it did, and its questions: as they are saved, or as they were typed. */
export function answersAgain<P extends Page>(view: P, form: SentPage<P>) {
	const returned = form && !('saved' in form) ? form : null;
	const { questions } = returned?.answer ?? view;
	return { returned, questions: returned?.typed ? retyped(questions, returned.typed) : [...questions] };
}
