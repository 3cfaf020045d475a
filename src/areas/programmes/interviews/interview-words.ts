import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import type { InvitationState, Way } from './interviews.ts';
import type { SlotView } from './server/views.ts';

export const wayNames: Record<Way, () => string> = {
	place: m.asking_way_place,
	telephone: m.asking_way_telephone,
	video: m.asking_way_video
};

export const invitationNames: Record<InvitationState, () => string> = {
	invited: m.sorting_talk_invited,
	chosen: m.sorting_talk_chosen,
	declined: m.sorting_talk_declined,
	withdrawn: m.sorting_talk_withdrawn,
	over: m.sorting_talk_over
};

/** When it is, on the host's clock. */
export function timeOf({ at }: Pick<SlotView, 'at'>): string {
	return sentenceOfInstant(at.instant, at.zone);
}

/** How long, how, and one's own time, in one line. */
export function moreOf({ minutes, how, own }: Pick<SlotView, 'minutes' | 'how' | 'own'>): string {
	const parts = [m.asking_talk_minutes({ count: minutes }), wayNames[how]()];
	if (own) parts.unshift(m.asking_talk_for_you({ when: sentenceOfInstant(own.instant, own.zone) }));
	return parts.join(' · ');
}
