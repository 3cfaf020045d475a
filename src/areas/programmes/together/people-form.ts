import * as m from '#words';
import { cameBack, type Refusal } from '#words/came-back';

/** The forms of the page of people, when one came back. */
export function peopleForm(form: Partial<Refusal> | null) {
	return cameBack(form, {
		own: m.together_own(),
		name: m.together_name(),
		email: m.together_email(),
		may: m.together_may(),
		language: m.together_language()
	});
}
