import { questionsAtom } from '#areas/programmes';
import { showQuestionsAnswered } from '#areas/programmes/server';
import { endpoint, fresh } from '#server/web';
import { addressesAt } from '../../../addresses.ts';

export const GET = endpoint(showQuestionsAnswered, {
	as: async (view, event) => {
		const { host, list } = await addressesAt(event);
		return fresh(event, {
			body: questionsAtom(view, { host, page: `${list}/${view.slug}/questions` }),
			type: 'application/atom+xml; charset=utf-8'
		});
	}
});
