/** The kinds of community that a line of the landscape can name: coarse, so that nobody is known by it. */
export const communities = [
	'renters',
	'workers',
	'disabled-people',
	'patients',
	'carers',
	'migrants',
	'racialised',
	'faith',
	'women',
	'lgbtq',
	'young-people',
	'older-people',
	'parents',
	'neighbours',
	'claimants',
	'prisoners',
	'other'
] as const;
export type Community = (typeof communities)[number];
