import type { Whole } from '#areas/campaigns';
import type { BoardWhole } from './board-whole.ts';

export type WholeCampaign = { campaign: Whole; boards: BoardWhole[] };

/** The same with everybody by another name: `nameOf` is asked in an order that follows from what is written alone. */
export function withPeople(
	{ campaign, boards }: WholeCampaign,
	nameOf: (person: string) => string
): WholeCampaign {
	const name = (person: string | null) => (person === null ? null : nameOf(person));
	const by = <Deed extends { by: string | null }>(deed: Deed) => ({ ...deed, by: name(deed.by) });
	const ended = <Deed extends { by: string | null; endedBy: string | null }>(deed: Deed) => ({
		...by(deed),
		endedBy: name(deed.endedBy)
	});
	const members = campaign.members.map((one) => ({
		...one,
		person: nameOf(one.person),
		invitedBy: name(one.invitedBy),
		endedBy: name(one.endedBy)
	}));
	return {
		campaign: { ...campaign, members, formerNames: campaign.formerNames.map(by) },
		boards: boards.map((board) => ({
			...board,
			madeBy: name(board.madeBy),
			notes: board.notes.map((note) => ({ ...note, writtenBy: name(note.writtenBy) })),
			states: board.states.map(by),
			photos: board.photos.map((photo) => ({ ...by(photo), keptBy: name(photo.keptBy) })),
			moments: board.moments.map(by),
			agreements: board.agreements.map(ended),
			pointers: board.pointers.map(ended)
		}))
	};
}

/** Everybody who is in it, in that order. */
export function peopleIn(whole: WholeCampaign): string[] {
	const all = new Set<string>();
	withPeople(whole, (person) => {
		all.add(person);
		return person;
	});
	return [...all];
}
