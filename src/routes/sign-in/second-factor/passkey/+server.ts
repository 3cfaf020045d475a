import { askForPasskey } from '#server/identity';
import { endpoint, originOf, sessionOf, underCeiling } from '#server/web';

/** What the browser needs to show one's own passkeys. */
export const POST = endpoint(askForPasskey, {
	from: 'nothing',
	also: (event) => ({ ...originOf(event), ...sessionOf(event) }),
	guard: underCeiling,
	as: (options) => Response.json(options)
});
