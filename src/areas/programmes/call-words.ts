import * as m from '#words';
import { localOf } from '#shared/dates';
import { numberFormat } from '#shared/formats';
import { sentenceOfClock, sentenceOfDay, sentenceOfInstant } from '#words/dates';
import { formatsIn } from '#words/tongues';
import type { ChangeGoal, KindOfCampaign } from './campaign.ts';
import type { Phase } from './call.ts';
import type { CallContent } from './call.schema.ts';
import type { CallDates } from './call-gaps.ts';
import type { CallView, Moment } from './server/call-views.ts';

/** Everything that is said of a call in more than one place is said here once. */

export const phaseNames: Record<Phase, () => string> = {
	draft: m.call_phase_draft,
	announced: m.call_phase_announced,
	open: m.call_phase_open,
	'last-minutes': m.call_phase_last_minutes,
	closed: m.call_phase_closed,
	archived: m.call_phase_archived
};

export const goalNames: Record<ChangeGoal, { name: () => string; is: () => string }> = {
	'collect-differently': { name: m.call_goal_collect_differently, is: m.call_goal_collect_differently_is },
	'stop-or-modify': { name: m.call_goal_stop_or_modify, is: m.call_goal_stop_or_modify_is },
	'ongoing-voice': { name: m.call_goal_ongoing_voice, is: m.call_goal_ongoing_voice_is },
	'community-data-counted': {
		name: m.call_goal_community_data_counted,
		is: m.call_goal_community_data_counted_is
	}
};

export const kindNames: Record<KindOfCampaign, { name: () => string; example: () => string }> = {
	access: { name: m.call_kind_access, example: m.call_kind_access_example },
	definition: { name: m.call_kind_definition, example: m.call_kind_definition_example },
	protection: { name: m.call_kind_protection, example: m.call_kind_protection_example },
	governance: { name: m.call_kind_governance, example: m.call_kind_governance_example },
	counterdata: { name: m.call_kind_counterdata, example: m.call_kind_counterdata_example }
};

export function when({ instant, zone }: Moment): string {
	return sentenceOfInstant(instant, zone);
}

/** "12:15pm", in the zone of the call. */
export function clockOf({ instant, zone }: Moment): string {
	return sentenceOfClock(localOf(instant, zone).slice(11));
}

/** "Apply by 12 noon UK time, Monday 11 March 2024." */
export function statusOf({ phase, opens, ends }: CallView): string {
	if (phase === 'announced' && opens) return m.call_description_soon({ when: when(opens) });
	if (phase === 'open' && ends) return m.call_description_open({ when: when(ends) });
	return ends ? m.call_description_closed({ when: when(ends) }) : '';
}

export function runsOf({ runs: { from, to } }: CallView): string | undefined {
	if (from && to) return m.call_runs_from_to({ from: sentenceOfDay(from), to: sentenceOfDay(to) });
	if (from) return m.call_runs_from({ from: sentenceOfDay(from) });
	return to ? m.call_runs_to({ to: sentenceOfDay(to) }) : undefined;
}

/** "Action learning cohort by Connected by Data", as far as it is known. */
export function kickerOf({ says: { form, host } }: CallView): string | undefined {
	if (form && host) return m.call_by_host({ form: capital(form), host });
	return capital(form) || host || undefined;
}

/** "£3,000", "€12.50", "3,000" when no currency is said. */
export function amountOf(amount: number, currency: string): string {
	const digits = Number.isInteger(amount) ? 0 : 2;
	const plain = { minimumFractionDigits: digits, maximumFractionDigits: digits };
	const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...plain } as const;
	if (!currency) return numberFormat(formatsIn(), plain).format(amount);
	// Arabic would have "UK£", which falls apart between what runs right to left.
	return numberFormat(formatsIn(), money)
		.formatToParts(amount)
		.map(({ type, value }) => (type === 'currency' ? value.replace(/^[A-Z]{2}(?=\P{L})/u, '') : value))
		.join('');
}

/** "2 face-to-face sessions, London (beginning and end)". */
export function sessionOf({
	count,
	mode,
	place,
	when: time,
	about
}: CallContent['offer']['sessions'][number]): string {
	const head = count === null ? '' : (mode ? sessionNames[mode] : m.call_session)({ count });
	const where = [head, place].filter(Boolean).join(', ');
	const whole = [where, time && `(${time})`].filter(Boolean).join(' ');
	return capital([whole, about].filter(Boolean).join(': '));
}

const sessionNames = {
	'face-to-face': m.call_session_face_to_face,
	online: m.call_session_online,
	hybrid: m.call_session_hybrid
};

export function placesOf({ places: { min, max } }: CallContent): string | undefined {
	if (max === null) return min === null ? undefined : String(min);
	if (min !== null && min !== max) return m.call_between({ least: min, most: max });
	return min === max ? String(max) : m.call_up_to({ number: max });
}

export function moneyOf({ stipend, cost }: CallContent): string[] {
	const { amount, currency, instalments, note } = stipend;
	return [
		amount !== null && m.call_stipend({ amount: amountOf(amount, currency) }),
		instalments.length > 0 &&
			m.call_instalments({ count: instalments.length, parts: instalments.join(', ') }),
		note && capital(note),
		cost !== null && (cost === 0 ? m.call_cost_free() : m.call_cost({ amount: amountOf(cost, currency) })),
		amount !== null && amount > 0 && m.call_benefits()
	].filter((one) => typeof one === 'string' && one !== '') as string[];
}

/** "places" after that number: after "3 to 7", as after 7. */
export function placesName({ places: { min, max } }: CallContent): string {
	return m.call_stat_places({ count: max ?? min ?? 0 });
}

/** Lists from files begin with small letters; on a page they begin lines. */
export function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Does this call look for campaigns on data? Then its page has to say what those are. */
export function isAboutCampaigns({ changeGoals, otherGoals, kinds }: CallContent): boolean {
	return changeGoals.length + otherGoals.length + kinds.length > 0;
}

/** A date that staff have written, or that there is none yet. */
export function whenOf({ dates }: { dates: CallDates }, which: 'opensAt' | 'closesAt'): string {
	const instant = dates[which];
	return instant ? when({ instant, zone: dates.zone }) : m.call_desk_no_date();
}
