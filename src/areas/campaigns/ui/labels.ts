import * as m from '#words';

/** What a campaign says of itself, as its forms call it. */
export const labels = () => ({
	name: m.campaigns_name(),
	community: m.campaigns_community(),
	change: m.campaigns_change(),
	data: m.campaigns_data(),
	kind: m.campaigns_kind(),
	care: m.campaigns_care()
});
export type About = Omit<ReturnType<typeof labels>, 'name'>;
