import { endWebhook, revokeToken, showTokens, showWebhooks } from '#server/api';
import { formAction, page } from '#server/web';
import type { PageServerLoad } from './$types';

const tokens = page(showTokens, { from: 'nothing' });
const webhooks = page(showWebhooks, { from: 'nothing' });

export const load: PageServerLoad = async (event) => ({
	...(await tokens(event)).view,
	...(await webhooks(event)).view
});

const here = () => '/desk/connections';
export const actions = { revoke: formAction(revokeToken, here), stop: formAction(endWebhook, here) };
