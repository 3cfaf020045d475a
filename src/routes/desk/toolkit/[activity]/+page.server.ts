import { deleteActivity, publishActivity, showOwnActivity, withdrawActivity } from '#areas/toolkit/server';
import { formAction, page } from '#server/web';

export const load = page(showOwnActivity);

const here = ({ slug }: { slug: string }) => `/desk/toolkit/${slug}`;
export const actions = {
	publish: formAction(publishActivity, here),
	withdraw: formAction(withdrawActivity, here),
	delete: formAction(deleteActivity, () => '/desk/toolkit')
};
