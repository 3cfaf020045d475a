import { localOf } from '#shared/dates';
import { sentenceOfInstant } from '#words/dates';
import { saidOf } from './terms/terms.ts';
import { termSentences } from './terms/terms-words.ts';
import type { CallView, Moment } from './server/call-views.ts';

/** A call as data for other programs: every instant with its zone, and the sentence that people read. */
export function callJson(view: CallView, address: string) {
	const { says, opens, closes, ends } = view;
	const { discreet: _, translations: __, ...content } = says;
	return {
		id: view.id,
		url: address,
		calendar: `${address}/calendar.ics`,
		pdf: `${address}/call.pdf`,
		phase: view.phase,
		opens: opens && momentJson(opens),
		closes: closes && momentJson(closes),
		...(ends && closes && ends.instant < closes.instant ? { closedEarly: momentJson(ends) } : {}),
		decisionsBy: view.decisionsBy,
		runs: view.runs,
		...content,
		terms: { ...saidOf(content), says: termSentences(view) },
		keep: { ...content.keep, ...view.keeping },
		changes: view.changes,
		updated: view.changedAt
	};
}

export function momentJson({ instant, zone }: Moment) {
	return {
		instant: instant.toISOString(),
		zone,
		local: localOf(instant, zone),
		sentence: sentenceOfInstant(instant, zone)
	};
}

/** schema.org, in the page, for search engines (EducationalOccupationalProgram knows an applicationDeadline). */
export function callLinkedData(view: CallView, address: string) {
	const { says, opens, ends, runs } = view;
	return dropEmpty({
		'@context': 'https://schema.org',
		'@type': 'EducationalOccupationalProgram',
		'@id': `${address}#programme`,
		url: address,
		name: view.name,
		description: says.summary || says.purpose.slice(0, 500),
		provider: says.host && { '@type': 'Organization', name: says.host },
		applicationStartDate: opens && withOffset(opens),
		applicationDeadline: ends && withOffset(ends),
		startDate: runs.from,
		endDate: runs.to,
		maximumEnrollment: says.places.max,
		programType: says.form,
		funder: says.funders.length > 0 && says.funders.map((name) => ({ '@type': 'Organization', name }))
	});
}

/** "2024-03-11T12:00:00+00:00": the instant, as the zone shows it. */
export function withOffset({ instant, zone }: Moment): string {
	const local = `${localOf(instant, zone)}:00`;
	const minutes = Math.round(
		(Date.parse(`${local}Z`) - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000
	);
	const sign = minutes < 0 ? '-' : '+';
	const pad = (number: number) => String(number).padStart(2, '0');
	return `${local}${sign}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
}

/** JSON that may stand in a script element: nothing in it can end the element or begin a comment. */
export function scriptSafe(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll('<', String.raw`\u003c`)
		.replaceAll('>', String.raw`\u003e`);
}

function dropEmpty(value: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(value).filter(([, one]) => one !== null && one !== '' && one !== false)
	);
}
