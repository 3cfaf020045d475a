import { signOut } from '#server/identity';
import { dropSession, formAction } from '#server/web';

export const actions = {
	default: formAction(signOut, () => '/sign-in', { shape: (_, event) => ({ token: dropSession(event) }) })
};
