import { askToSignInWithPasskey } from '#server/identity';
import { endpoint, originOf, underCeiling } from '#server/web';

/** What the browser needs to show the passkeys that it has for us. */
export const POST = endpoint(askToSignInWithPasskey, {
	from: 'nothing',
	also: originOf,
	guard: underCeiling,
	as: (options) => Response.json(options)
});
