import { redirect, type RequestEvent } from '@sveltejs/kit';
import { showPreview, tryPage } from '#areas/programmes/server';
import { answerAction, page } from '#server/web';
import { localizeHref } from '#words/addresses';

const look = page(showPreview);
const themeOf = ({ url }: Pick<RequestEvent, 'url'>) =>
	url.searchParams.get('theme') === 'dark' ? ('dark' as const) : ('light' as const);
export const load = async (event: Parameters<typeof look>[0]) => ({
	...(await look(event)),
	theme: themeOf(event)
});

const tried = answerAction(tryPage, { shape: (fields) => ({ fields }) });
export const actions = {
	default: async (event: RequestEvent) => {
		const result = await tried(event);
		if (!('answer' in result) || !result.answer.isFine) return result;
		const { slug, next } = result.answer;
		const onwards = next ? `/preview/${next}?theme=${themeOf(event)}` : '';
		redirect(303, localizeHref(`/desk/programmes/${slug}/form${onwards}`));
	}
};
