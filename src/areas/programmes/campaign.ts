/** What a campaign on data may want changed (PRODUCT, "Change goal"). */
export const changeGoals = [
	'collect-differently',
	'stop-or-modify',
	'ongoing-voice',
	'community-data-counted'
] as const;
export type ChangeGoal = (typeof changeGoals)[number];

/** The kinds of campaign on data: one primary, and maybe others. */
export const kindsOfCampaign = ['access', 'definition', 'protection', 'governance', 'counterdata'] as const;
export type KindOfCampaign = (typeof kindsOfCampaign)[number];
