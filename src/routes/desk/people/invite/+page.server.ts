import { invitePerson, listPeople } from '#server/identity';
import { formAction, httpProblem, page } from '#server/web';
import { Problem } from '#shared/problem';
import { getLocale } from '#words/addresses';
import type { PageServerLoad } from './$types';

const people = page(listPeople, { from: 'nothing' });

/** The form is for administrators, as what it does is. */
export const load: PageServerLoad = async (event) => {
	const { view } = await people(event);
	if (!view.isAdministrator) httpProblem(new Problem('not-found'));
};

export const actions = {
	default: formAction(invitePerson, () => '/desk/people', {
		shape: (fields) => ({
			...fields,
			until: { day: fields['until-day'], month: fields['until-month'], year: fields['until-year'] },
			locale: getLocale()
		})
	})
};
