import { redirect, type RequestEvent } from '@sveltejs/kit';
import { answerAction } from '#server/web';
import { dateFormat } from '#shared/formats';
import * as m from '#words';
import { localizeHref } from '#words/addresses';
import { formatsIn } from '#words/tongues';
import type { saveAnswers } from '#areas/programmes/server';

type Saved = Pick<
	Awaited<ReturnType<typeof saveAnswers>>,
	'conflict' | 'questions' | 'savedAt' | 'expression' | 'stays' | 'isFine'
>;

type Action<I, O> = Parameters<typeof answerAction<I, O>>;

/** The form of one page of questions or of all: kept, shown again with what is wrong, or left for where it leads on. */
export function saving<I, O extends Saved>(
	useCase: Action<I, O>[0],
	onwards: (answer: O) => string,
	guard?: NonNullable<Action<I, O>[1]>['guard']
) {
	const save = answerAction(useCase, {
		shape: (fields) => ({ fields, then: fields['then'] || undefined }),
		large: true,
		...(guard ? { guard } : {})
	});
	return async (event: RequestEvent) => {
		const result = await save(event);
		if (!('answer' in result)) return result;
		const { answer } = result;
		if (answer.stays) return { saved: savedNotice(answer) };
		if (!answer.isFine) return result;
		redirect(303, localizeHref(onwards(answer)));
	};
}

/** What a script that saves while somebody types needs to know: a sentence, and the versions to send next time. */
function savedNotice({ conflict, questions, savedAt, expression }: Saved) {
	const unsaved = questions.some(({ error }) => error !== undefined);
	return {
		ok: !conflict && !unsaved,
		sentence: conflict
			? m.apply_saved_elsewhere()
			: unsaved
				? m.apply_saved_not()
				: m.apply_saved_at({ time: clock(savedAt, expression.call.zone) }),
		// Where somebody else saved first the page keeps its own version, so that the form itself shows both.
		versions: questions
			.filter(({ meanwhile }) => meanwhile === undefined)
			.map(({ key, version }) => `${key}-version=${version}`)
			.join('&')
	};
}

function clock(instant: Date, zone: string): string {
	return dateFormat(formatsIn(), { timeStyle: 'short', timeZone: zone }).format(instant);
}
