import * as m from '#words';
import type { Refusal } from '#words/came-back';
import type { ActivityDraft } from '../activity.ts';
import { firstWords } from '../activity.ts';
import { most } from '../activity.schema.ts';

export type Form = (Partial<Refusal> & { problem?: string }) | null | undefined;

/** Whoever mends a field still writes on what they opened; whoever was told of another's words writes on those. */
export function editionFor(form: Form, now: number): string {
	const told = form?.problem === 'activity-edited-meanwhile';
	return form?.typed && !told ? String(form.typed['edition'] ?? now) : String(now);
}

/** Everything that the form of a card shows, by the name of its field, as it is kept. */
export function fieldsOf(draft: ActivityDraft): Record<string, string> {
	const { title, purpose, body } = firstWords(draft);
	return {
		title,
		purpose,
		kind: draft.kind ?? '',
		'minutes.from': text(draft.minutes.from),
		'minutes.to': text(draft.minutes.to),
		'group.from': text(draft.group.from),
		'group.to': text(draft.group.to),
		template: draft.template ?? '',
		...wordsOf(body),
		...Object.fromEntries(draft.steps.map((minutes, at) => [`steps.${at}.minutes`, text(minutes)])),
		...Object.fromEntries(
			draft.reading.flatMap((one, at) =>
				Object.entries(one).map(([name, value]) => [`reading.${at}.${name}`, value])
			)
		),
		licence: draft.licence,
		credit: draft.credit
	};
}

export function wordsOf(body: ReturnType<typeof firstWords>['body']): Record<string, string> {
	if (!body) return {};
	const { outcomes, needs, care, steps } = body;
	return {
		'outcomes.group': outcomes.group,
		'outcomes.project': outcomes.project,
		'outcomes.momentum': outcomes.momentum,
		needs: needs.join('\n'),
		care: care.join('\n'),
		...Object.fromEntries(
			steps.flatMap(({ heading, words }, at) => [
				[`steps.${at}.heading`, heading],
				[`steps.${at}.words`, words]
			])
		)
	};
}

/** As many rows as are filled in, and three more to write on. */
export function rowsOf(name: 'steps' | 'reading', kept: number, form: Form): number[] {
	const typed = Object.keys(form?.typed ?? {}).flatMap((field) => {
		const found = new RegExp(`^${name}\\.(\\d+)\\.`).exec(field);
		return found ? [Number(found[1]) + 1] : [];
	});
	const count = form?.typed ? Math.max(kept, ...typed) : kept + (name === 'steps' ? 3 : 1);
	return Array.from(
		{ length: Math.min(Math.max(count, name === 'steps' ? 3 : 1), most[name]) },
		(_, at) => at
	);
}

/** What each field is called, in the order of the form. */
export function labelsOf(steps: readonly number[], reading: readonly number[]): Record<string, string> {
	return {
		title: m.toolkit_desk_name(),
		purpose: m.toolkit_desk_purpose(),
		kind: m.toolkit_kind(),
		'minutes.from': m.toolkit_desk_minutes_from(),
		'minutes.to': m.toolkit_desk_minutes_to(),
		'group.from': m.toolkit_desk_group_from(),
		'group.to': m.toolkit_desk_group_to(),
		'outcomes.group': m.toolkit_outcome_group(),
		'outcomes.project': m.toolkit_outcome_project(),
		'outcomes.momentum': m.toolkit_outcome_momentum(),
		needs: m.toolkit_needs(),
		...Object.fromEntries(
			steps.flatMap((at) => [
				[`steps.${at}.heading`, m.toolkit_desk_step_heading({ number: at + 1 })],
				[`steps.${at}.minutes`, m.toolkit_desk_step_minutes({ number: at + 1 })],
				[`steps.${at}.words`, m.toolkit_desk_step_words({ number: at + 1 })]
			])
		),
		care: m.toolkit_care(),
		template: m.toolkit_opens(),
		feeds: m.toolkit_feeds(),
		...Object.fromEntries(
			reading.flatMap((at) => [
				[`reading.${at}.title`, m.toolkit_desk_reading_title({ number: at + 1 })],
				[`reading.${at}.who`, m.toolkit_desk_reading_who({ number: at + 1 })],
				[`reading.${at}.url`, m.toolkit_desk_reading_url({ number: at + 1 })]
			])
		),
		licence: m.toolkit_licence(),
		credit: m.toolkit_credit()
	};
}

function text(value: number | null): string {
	return value === null ? '' : String(value);
}
