import { signIn } from '#server/identity';
import { browserOf, formAction, keepSession, tries } from '#server/web';

/** Looking changes nothing, so that programs which open the links in a mail do no harm: only the button signs in. */
export const actions = {
	default: formAction(
		signIn,
		(opened, event) => {
			keepSession(event, opened);
			const onward = opened.onward ?? '/account';
			const address = opened.owesFactor
				? `/sign-in/second-factor?next=${encodeURIComponent(onward)}`
				: onward;
			return { address, language: opened.language };
		},
		{ shape: (_, event) => browserOf(event), guard: tries('use-link') }
	)
};
