import { questionsJson } from '#areas/programmes';
import { showQuestionsAnswered } from '#areas/programmes/server';
import { endpoint, fresh } from '#server/web';
import { addressesAt } from '../../../addresses.ts';

export const GET = endpoint(showQuestionsAnswered, {
	as: async (view, event) => {
		const { list } = await addressesAt(event);
		const body = JSON.stringify(questionsJson(view, `${list}/${view.slug}/questions`));
		return fresh(event, { body, type: 'application/json; charset=utf-8', shared: true });
	}
});
