import { dateFormat } from '#shared/formats';
import * as m from '#words';
import { getLocale } from '#words/addresses';
import type { saveAnswers } from '#areas/programmes/server';

type Saved = Pick<
	Awaited<ReturnType<typeof saveAnswers>>,
	'conflict' | 'questions' | 'savedAt' | 'expression'
>;

/** What a script that saves while somebody types needs to know: a sentence, and the versions to send next time. */
export function savedNotice({ conflict, questions, savedAt, expression }: Saved) {
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
	return dateFormat(getLocale(), { timeStyle: 'short', timeZone: zone }).format(instant);
}
