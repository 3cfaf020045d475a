import { sitemapOf } from '#areas/site';
import { showHome } from '#areas/site/server';
import { endpoint } from '#server/web';
import { getLocale } from '#words/addresses';

/** The public pages, from the same view as the home page. */
export const GET = endpoint(showHome, {
	from: 'nothing',
	also: () => ({ locale: getLocale() }),
	as: ({ host, calls }) => {
		const listed = Object.values(calls).flat();
		const pages = [
			...['/', '/programmes', '/privacy', '/accessibility'].map((path) => ({ path })),
			...listed.map(({ slug, changedAt }) => ({ path: `/programmes/${slug}`, changedAt }))
		];
		return new Response(sitemapOf(pages, host.languages), {
			headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=300' }
		});
	}
});
