// words: for staff
import * as m from '#words';
import type { LetterKind } from './letters.ts';
import type { DecisionKind, OfferState } from './release.ts';

export const kindNames: Record<DecisionKind | 'none', () => string> = {
	offer: m.release_kind_offer,
	reserve: m.release_kind_reserve,
	not: m.release_kind_not,
	none: m.release_kind_none
};

export const offerNames: Record<OfferState, () => string> = {
	open: m.release_state_open,
	late: m.release_state_late,
	accepted: m.release_state_accepted,
	declined: m.release_state_declined,
	lapsed: m.release_state_lapsed,
	withdrawn: m.release_state_withdrawn,
	closed: m.release_state_closed
};

/** The fields of the page that releases, by their names. */
export const releaseLabels = () => ({
	until: m.release_release_until(),
	days: m.release_release_days(),
	reasons: m.release_release_reasons(),
	later: m.release_release_later(),
	sure: m.release_release_sure()
});

export const letterNames: Record<LetterKind, () => string> = {
	offer: m.release_mail_offer_called,
	reserve: m.release_mail_reserve_called,
	not: m.release_mail_not_called,
	up: m.release_mail_up_called,
	full: m.release_mail_full_called,
	later: m.release_mail_later_called,
	late: m.release_mail_late_called
};
