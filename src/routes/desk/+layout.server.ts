import { showAccount } from '#server/identity';
import { page, sessionOf } from '#server/web';
import * as m from '#words';
import { localizeHref } from '#words/addresses';
import { deLocalizeHref } from '../../words/generated/runtime.js';
import type { LayoutServerLoad } from './$types';

/** The rooms of the desk that this person may enter. What they may do in each is asked by each use case. */
export const load: LayoutServerLoad = async (event) => {
	const { locals, url } = event;
	const { view: account } = await page(showAccount, { from: 'nothing', also: sessionOf })(event);
	const path = deLocalizeHref(url.pathname);
	const isAdministrator = locals.actor.kind === 'person' && locals.actor.roles.includes('administrator');
	const room = (href: string, text: string) => ({
		href: localizeHref(href),
		text,
		current: href === '/desk' ? path === href : path === href || path.startsWith(`${href}/`)
	});
	return {
		desk: {
			nav: [
				room('/desk', m.site_desk_today()),
				room('/desk/programmes', m.site_desk_programmes()),
				room('/desk/toolkit', m.toolkit_nav()),
				room('/desk/outbox', m.site_desk_outbox()),
				room('/desk/people', m.site_desk_people()),
				...(isAdministrator ? [room('/desk/site', m.site_desk_site())] : [])
			],
			person: account.name,
			account: localizeHref('/account'),
			signOut: localizeHref('/sign-out')
		}
	};
};
