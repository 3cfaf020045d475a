import { phases, writtenTime } from '#areas/programmes';
import { beginPhase, planPhases, showPanelDesk } from '#areas/programmes/server';
import { formAction, page, type Fields } from '#server/web';

export const load = page(showPanelDesk);

const back = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/panel`;

/** A phase whose boxes are all empty is not planned. */
function planned(fields: Fields) {
	return Object.fromEntries(
		phases.map((phase) => {
			const at = writtenTime(fields, phase);
			return [phase, Object.values(at).some(Boolean) ? at : null];
		})
	);
}

export const actions = {
	plan: formAction(planPhases, back, { shape: planned }),
	begin: formAction(beginPhase, back)
};
