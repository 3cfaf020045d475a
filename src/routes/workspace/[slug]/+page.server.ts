import { showCanvas } from '#areas/boards/server';
import { answerInvitation, showWorkspace } from '#areas/campaigns/server';
import { formAction, page } from '#server/web';
import type { PageServerLoad } from './$types';

const workspace = page(showWorkspace);
const canvas = page(showCanvas);

/** Whoever was asked and has not answered sees the name of the campaign alone. */
export const load: PageServerLoad = async (event) => {
	const { view } = await workspace(event);
	return { view, canvas: view.isMember ? (await canvas(event)).view : null };
};

export const actions = {
	answer: formAction(answerInvitation, ({ slug, isMember }) =>
		isMember ? `/workspace/${slug}` : '/workspace'
	)
};
