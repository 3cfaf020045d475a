import { questionsOf, say, type Form } from '#areas/forms';
import type { Audience } from './starter-form.ts';

/** One thing that a form asks for, as far as privacy goes. */
export type Asked = {
	key: string;
	label: string;
	seenBy: Audience;
	/** Does the answer say something about a person who can be recognised? */
	personal: boolean;
};

export function askedBy(form: Form<Audience>): Asked[] {
	return questionsOf(form).map(({ key, label, seenBy, personal }) => ({
		key,
		label: say(label),
		seenBy: seenBy as Audience,
		personal: Boolean(personal)
	}));
}
