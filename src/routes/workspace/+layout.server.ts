import { showAccount } from '#server/identity';
import { page, sessionOf } from '#server/web';
import * as m from '#words';
import { localizeHref } from '#words/addresses';
import { deLocalizeHref } from '../../words/generated/runtime.js';
import type { LayoutServerLoad } from './$types';

/** The rooms of whoever takes part in a campaign; the desk beside them, for staff. */
export const load: LayoutServerLoad = async (event) => {
	const { locals, url } = event;
	const { view: account } = await page(showAccount, { from: 'nothing', also: sessionOf })(event);
	const isStaff = locals.actor.kind === 'person' && locals.actor.roles.length > 0;
	const current = deLocalizeHref(url.pathname) === '/workspace';
	return {
		desk: {
			home: '/workspace',
			nav: [
				{ href: localizeHref('/workspace'), text: m.campaigns_mine(), current },
				...(isStaff ? [{ href: localizeHref('/desk'), text: m.common_desk() }] : [])
			],
			person: account.name,
			account: localizeHref('/account'),
			signOut: localizeHref('/sign-out')
		}
	};
};
