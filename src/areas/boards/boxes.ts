/** The boxes of the canvas, in the order in which a campaign works through them. The last four are there for who wants them. */
export const boxes = [
	'community',
	'change',
	'power',
	'intervention',
	'allies',
	'care',
	'communication',
	'actions',
	'learning',
	'assumptions',
	'risks',
	'measures',
	'money'
] as const;

export type Box = (typeof boxes)[number];
