import { redirect, type RequestEvent } from '@sveltejs/kit';
import { saveWholeForm, showWholeForm } from '#areas/programmes/server';
import { answerAction, page } from '#server/web';
import { localizeHref } from '#words/addresses';
import { savedNotice } from '../../../../../../saved-notice.ts';

export const load = page(showWholeForm);

const save = answerAction(saveWholeForm, {
	shape: (fields) => ({ fields, then: fields['then'] || undefined })
});

export const actions = {
	async default(event: RequestEvent) {
		const result = await save(event);
		if (!('answer' in result)) return result;
		const { answer } = result;
		if (answer.stays) return { saved: savedNotice(answer) };
		if (!answer.isFine) return result;
		const { slug } = answer.expression.call;
		const home = `/desk/programmes/${slug}/typing/${answer.expression.reference}`;
		redirect(303, localizeHref(answer.leaves ? home : `${home}/check`));
	}
};
