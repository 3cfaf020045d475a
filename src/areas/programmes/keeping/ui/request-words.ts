import * as m from '#words';
import { sentenceOfDay, sentenceOfInstant } from '#words/dates';
import type { RequestView } from '../server/requests.ts';

/** Where a request stands: until when it is to be answered, or how it was. */
export function standingOf(request: RequestView, zone: string): string[] {
	const { dueOn, isLate, recordedBy, recordedAt } = request;
	const day = sentenceOfDay(dueOn);
	const recorded = m.keeping_request_recorded({
		who: recordedBy ?? '',
		when: sentenceOfInstant(recordedAt, zone)
	});
	if (request.doneAt) return [endOf(request, zone), recorded];
	return [isLate ? m.keeping_request_late({ day }) : m.keeping_request_due({ day }), recorded];
}

function endOf({ refused, doneAt, doneBy }: RequestView, zone: string): string {
	const end = { who: doneBy ?? '', when: sentenceOfInstant(doneAt!, zone) };
	return refused ? m.keeping_request_refused({ ...end, why: refused }) : m.keeping_request_done(end);
}

/** About what: a reference, or what was in it; once answered, only which of them it was. */
export function aboutOf({ foundBy, reference, contact }: RequestView): string {
	if (foundBy === 'reference') return reference!;
	return contact ?? (foundBy === 'email' ? m.keeping_request_by_email() : m.keeping_request_by_telephone());
}
