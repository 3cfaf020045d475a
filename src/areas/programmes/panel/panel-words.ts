import * as m from '#words';
import type { Phase } from './phases.ts';
import type { Part } from './server/seat.sql.ts';
import type { ConflictLine, SeatLine } from './server/views.ts';
import type { ConflictKind } from './ties.ts';

export const phaseNames: Record<Phase, () => string> = {
	eligibility: m.panel_phase_eligibility,
	review: m.panel_phase_review,
	discussion: m.panel_phase_discussion,
	selection: m.panel_phase_selection,
	release: m.panel_phase_release
};

/** What the table `shown` says of each, in a sentence. */
export const phaseShows: Record<Phase, () => string> = {
	eligibility: m.panel_sees_nothing,
	review: m.panel_sees_review,
	discussion: m.panel_sees_discussion,
	selection: m.panel_sees_selection,
	release: m.panel_sees_release
};

/** What begins and what ends with each, for whoever begins it. */
export const whatFollows: Record<Phase, () => string[]> = {
	eligibility: () => [m.panel_follows_eligibility()],
	review: () => [m.panel_follows_review(), m.panel_follows_review_alone()],
	discussion: () => [m.panel_follows_discussion(), m.panel_follows_discussion_scores()],
	selection: () => [m.panel_follows_selection(), m.panel_follows_selection_board()],
	release: () => [m.panel_follows_release(), m.panel_follows_release_letters()]
};

export const partNames: Record<Part, () => string> = {
	chair: m.panel_part_chair,
	deputy: m.panel_part_deputy,
	panellist: m.panel_part_panellist
};

export const kindNames: Record<ConflictKind, () => string> = {
	organisation: m.panel_kind_organisation,
	collaborator: m.panel_kind_collaborator,
	funder: m.panel_kind_funder,
	personal: m.panel_kind_personal,
	other: m.panel_kind_other
};

export const seatStates: Record<SeatLine['state'], () => string> = {
	asked: m.panel_state_asked,
	declined: m.panel_state_declined,
	taken: m.panel_state_taken,
	declared: m.panel_state_declared
};

/** Where a conflict comes from, and what was said of it. */
export function sourceSentence({ source, because }: Pick<ConflictLine, 'source' | 'because'>): string {
	const said = { because: because || m.panel_conflict_no_words() };
	if (source === 'suggested') return m.panel_conflict_suggested(said);
	return source === 'declared' ? m.panel_conflict_declared(said) : m.panel_conflict_pinned(said);
}
