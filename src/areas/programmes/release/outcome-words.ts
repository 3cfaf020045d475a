import * as m from '#words';
import { when } from '../call-words.ts';
import type { Moment } from '../server/call-views.ts';
import type { Community } from './landscape.ts';
import type { DecisionKind, OfferState } from './release.ts';
import { gists } from './usual-words.ts';

type Told = { kind: DecisionKind; isOver: boolean; offer: { state: OfferState; movedUp: boolean } | null };

/** What was decided, in one sentence: the title of its notice. */
export function sentenceOfOutcome({ kind, isOver, offer }: Told): string {
	if (isOver) return gists.full();
	return offer?.movedUp ? gists.up() : gists[kind]();
}

/** How an offer stands, for whoever got it. */
export function sentenceOfOffer({ state, until }: { state: OfferState; until: Moment }): string {
	return ofState[state]({ until: when(until) });
}

const ofState: Record<OfferState, (inputs: { until: string }) => string> = {
	open: m.release_offer_open,
	late: m.release_offer_late,
	accepted: m.release_offer_accepted,
	declined: m.release_offer_declined,
	lapsed: m.release_offer_lapsed,
	withdrawn: m.release_offer_withdrawn,
	closed: m.release_offer_closed
};

export const communityNames: Record<Community, () => string> = {
	renters: m.release_community_renters,
	workers: m.release_community_workers,
	'disabled-people': m.release_community_disabled_people,
	patients: m.release_community_patients,
	carers: m.release_community_carers,
	migrants: m.release_community_migrants,
	racialised: m.release_community_racialised,
	faith: m.release_community_faith,
	women: m.release_community_women,
	lgbtq: m.release_community_lgbtq,
	'young-people': m.release_community_young_people,
	'older-people': m.release_community_older_people,
	parents: m.release_community_parents,
	neighbours: m.release_community_neighbours,
	claimants: m.release_community_claimants,
	prisoners: m.release_community_prisoners,
	other: m.release_community_other
};
