import { inviteMember, listPeople } from '#areas/campaigns/server';
import { formAction, page } from '#server/web';

export const load = page(listPeople);

export const actions = {
	default: formAction(inviteMember, ({ slug }) => `/workspace/${slug}/people`, {
		shape: (fields) => ({
			...fields,
			until: { day: fields['until-day'], month: fields['until-month'], year: fields['until-year'] }
		})
	})
};
