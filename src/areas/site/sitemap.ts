import { absolute } from '#shared/public-address';
import { localizeHref, type Locale } from '#words/addresses';

/** A page that search engines may show, and when it last changed as far as that is known. */
export type Listed = { path: string; changedAt?: Date };

/** sitemaps.org 0.9: every page in every language, each naming the others (Google's xhtml:link extension). */
export function sitemapOf(pages: readonly Listed[], languages: readonly Locale[]): string {
	const lines = pages.flatMap((page) => languages.map((locale) => entry(page, locale, languages)));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...lines,
		'</urlset>',
		''
	].join('\n');
}

function entry({ path, changedAt }: Listed, locale: Locale, languages: readonly Locale[]): string {
	const others = languages.map(
		(other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${address(path, other)}"/>`
	);
	const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
	return `<url><loc>${address(path, locale)}</loc>${changed}${others.join('')}</url>`;
}

function address(path: string, locale: Locale): string {
	const whole = absolute(localizeHref(path, locale));
	return whole.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** What no search engine needs to see: rooms of one person, and the desk. In every language. */
const rooms = ['/application', '/return', '/desk', '/workspace', '/account', '/sign-in', '/files'];

export function robotsOf(languages: readonly Locale[]): string {
	const closed = rooms.flatMap((room) => languages.map((locale) => localizeHref(room, locale)));
	return [
		'User-agent: *',
		...[...new Set(closed)].map((path) => `Disallow: ${path}`),
		'',
		`Sitemap: ${absolute('/sitemap.xml')}`,
		''
	].join('\n');
}
