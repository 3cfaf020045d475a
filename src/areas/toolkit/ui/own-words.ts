import * as m from '#words';
import type { Gap } from '../own.ts';
import type { OwnInShort } from '../server/views.ts';

/* The words of the desk for cards of the host's own. */

export const stateNames: Record<OwnInShort['state'], () => string> = {
	draft: m.toolkit_desk_state_draft,
	published: m.toolkit_desk_state_published,
	changed: m.toolkit_desk_state_changed
};

export const gapWords: Record<Gap, () => string> = {
	purpose: m.toolkit_desk_purpose,
	kind: m.toolkit_kind,
	minutes: m.toolkit_desk_gap_minutes,
	group: m.toolkit_desk_gap_group,
	outcomes: m.toolkit_desk_gap_outcomes,
	needs: m.toolkit_needs,
	steps: m.toolkit_desk_gap_steps,
	care: m.toolkit_care,
	feeds: m.toolkit_feeds,
	reading: m.toolkit_desk_gap_reading,
	credit: m.toolkit_credit
};
