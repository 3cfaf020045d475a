import { changeMember, endMember, showMember } from '#areas/campaigns/server';
import { formAction, page } from '#server/web';

export const load = page(showMember);

export const actions = {
	change: formAction(changeMember, ({ slug }) => `/workspace/${slug}/people`, {
		shape: (fields) => ({
			...fields,
			until: { day: fields['until-day'], month: fields['until-month'], year: fields['until-year'] }
		})
	}),
	end: formAction(endMember, ({ slug, isOneself }) =>
		isOneself ? '/workspace' : `/workspace/${slug}/people`
	)
};
