import { askToAddPasskey } from '#server/identity';
import { endpoint, originOf, sessionOf, underCeiling } from '#server/web';

/** What the browser needs to make a passkey. */
export const POST = endpoint(askToAddPasskey, {
	from: 'nothing',
	also: (event) => ({ ...originOf(event), ...sessionOf(event) }),
	guard: underCeiling,
	as: (options) => Response.json(options)
});
