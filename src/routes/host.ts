import { langOf } from '#areas/site';
import { showHost } from '#areas/site/server';
import { remembered } from '#server/web';
import type { Actor } from '#shared/actor';
import type { Link } from '#ui';
import type { Site } from '#ui/site';
import * as m from '#words';
import { getLocale, locales, localizeHref } from '#words/addresses';

type Host = Awaited<ReturnType<typeof showHost>>;

/** As long as nobody has said who they are, and when that cannot be read. */
const nobodyYet: Host = {
	name: null,
	contact: null,
	languages: locales,
	lead: null,
	about: null,
	foot: null,
	accent: null,
	logo: null
};
const host = remembered(showHost, { fresh: 5_000, patience: 400, otherwise: nobodyYet });

/** Who runs this Placard, in the reader's language. */
export const hostNow = () => host.get({ locale: getLocale() });
/** After a change, so that whoever made it sees it at once. */
export const hostChanged = host.forget;

/** What the frame of every page needs of the host. */
export async function siteFor(actor: Actor, path: string): Promise<Site> {
	// Whoever runs a changed Placard offers its source (AGPL, section 13).
	const source = process.env['SOURCE_URL'];
	const { name, foot, accent, logo, languages, contact } = await hostNow();
	return {
		name: name ?? 'Placard',
		...(logo && name ? { logo: { ...logo, src: `/logo/${logo.id}`, alt: logo.showsName ? name : '' } } : {}),
		nav: [link('/programmes', m.site_nav_programmes(), path), link('/toolkit', m.toolkit_nav(), path)],
		footer: [
			link('/privacy', m.site_privacy_title(), path),
			link('/accessibility', m.site_accessibility_title(), path),
			...footer(actor, path),
			...(contact ? [{ href: `mailto:${contact}`, text: contact }] : []),
			...(source ? [{ href: source, text: m.site_nav_source() }] : [])
		],
		about: foot?.text,
		aboutLang: langOf(foot),
		languages,
		sheet: accent ? `/brand.css?${accent.slice(1)}` : undefined
	};
}

function footer(actor: Actor, path: string): Link[] {
	const isStaff = actor.kind === 'person' && actor.roles.length > 0;
	if (!isStaff) return [link('/sign-in', m.site_nav_sign_in(), path)];
	return [link('/', m.site_nav_public(), path), link('/desk', m.site_nav_desk(), path)];
}

function link(href: string, text: string, path: string): Link {
	return {
		href: localizeHref(href),
		text,
		current: path === href || (href !== '/' && path.startsWith(`${href}/`))
	};
}
