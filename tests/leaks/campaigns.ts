import { campaign } from '../lived-in/campaigns.ts';
import { cohort } from '../lived-in/cohort.ts';
import { allStaff, staff, type Viewer } from '../lived-in/index.ts';
import type { Known } from '../lived-in/places.ts';
import type { Sight } from './look.ts';
import type { Rule } from './rules.ts';

/** It has a part that nobody can guess, and whoever may not know of the campaign is not told it either. */
export function addressesOfCampaigns({ campaigns, rooms, photos }: Known): Rule[] {
	const pictures = photos.flatMap(({ id, file, sha256 }) =>
		[
			['that there is a photo of a board', id],
			['where a photo of a board is read', file],
			['a photo of a board', sha256]
		].map(([thing, mark]) => ({ thing: thing!, mark: mark!, seenBy: takesPart }))
	);
	const codes = rooms.map(({ code }) => ({
		thing: 'the code of a live room',
		mark: code.toLowerCase(),
		seenBy: takesPart
	}));
	const slugs = campaigns
		.filter(({ isShown }) => !isShown)
		.map((one) => ({
			thing: 'the address of a campaign that not everybody sees',
			mark: one.slug,
			seenBy: whoKnows(one)
		}));
	return [...slugs, ...codes, ...pictures];
}

const leads: Viewer = 'who coordinates a campaign of a programme';
const neighbour: Viewer = 'who takes part in another of its cohort';
/** Whoever takes part in it, in another of its cohort, and host staff who gave their second factor. */
const ofCohort: readonly Viewer[] = [leads, neighbour, ...allStaff];

/** Who may know that a campaign is there. */
export function whoKnows({ isOfCohort, isLed, share }: Known['campaigns'][number]): readonly Viewer[] {
	if (!isOfCohort) return ['who coordinates a campaign'];
	if (share === 'cohort') return ofCohort;
	return isLed ? [neighbour] : [];
}

const takesPart: readonly Viewer[] = ['who coordinates a campaign', 'who takes part in a campaign'];
/** Staff see who has an account, and not in what they take part. */
const amongAccounts = ({ viewer, address }: Sight) =>
	allStaff.includes(viewer) && /^(\/[a-z]{2})?\/desk\/people(\/|$|\?)/.test(address);
/** Of one cohort; a board is shown no more widely than its campaign. */
const inCohort: readonly Rule[] = [
	{ thing: 'the name of a campaign of the level of the cohort', mark: cohort.name, seenBy: ofCohort },
	{ thing: 'the name of a board of the level of the cohort', mark: cohort.board, seenBy: ofCohort },
	{ thing: 'a note on a board of the level of the cohort', mark: cohort.note, seenBy: ofCohort },
	{ thing: 'a named person on a board of the level of the cohort', mark: cohort.person, seenBy: [leads] },
	{ thing: 'a note on a private board of a campaign of that level', mark: cohort.own, seenBy: [leads] },
	{
		thing: 'a note on a board of that level in a private campaign',
		mark: cohort.within,
		seenBy: [neighbour]
	},
	{
		thing: 'who led an application without an address',
		mark: cohort.lead,
		seenBy: staff,
		// A conflict with another application keeps her out of the choice and of who has a place, and not from this one.
		unless: ({ viewer, address }) => allStaff.includes(viewer) && !address.includes('/uninvited')
	}
];

export const campaigns: readonly Rule[] = [
	...inCohort,
	{ thing: 'a note on a private board', mark: campaign.note, seenBy: takesPart },
	{ thing: 'the name of a private board', mark: campaign.board, seenBy: takesPart },
	{
		thing: 'a note that was written in a live room',
		mark: campaign.said,
		seenBy: [...takesPart, 'who writes in a live workshop']
	},
	{
		thing: 'where somebody stands before all of it is shown',
		mark: campaign.stance,
		seenBy: ['who stands somewhere in another']
	},
	{ thing: 'a named person on a map that is public', mark: campaign.person, seenBy: takesPart },
	{
		thing: 'the community of a private campaign',
		mark: campaign.other,
		seenBy: ['who coordinates a campaign']
	},
	{
		thing: 'who coordinates a campaign of which nobody is shown who takes part',
		mark: campaign.marks.coordinator,
		seenBy: ['who coordinates a campaign'],
		unless: amongAccounts
	},
	{
		thing: 'who takes part in a campaign of which nobody is shown it',
		mark: campaign.marks.member,
		seenBy: takesPart,
		unless: amongAccounts
	}
];
