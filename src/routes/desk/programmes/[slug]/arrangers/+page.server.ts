import { writtenTime } from '#areas/programmes';
import { dismissArranger, nameArranger, showArrangers } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showArrangers);

const here = ({ slug }: { slug: string }) => `/desk/programmes/${slug}/arrangers`;

export const actions = {
	name: formAction(nameArranger, here, {
		shape: (fields) => {
			const until = writtenTime(fields, 'until');
			return { ...fields, until: Object.values(until).some(Boolean) ? until : null };
		}
	}),
	dismiss: formAction(dismissArranger, here)
};
