import { sitemapOf } from '#areas/site';
import { showHome } from '#areas/site/server';
import { listCampaigns } from '#areas/campaigns/server';
import { listActivities } from '#areas/toolkit/server';
import { endpoint } from '#server/web';
import { getLocale } from '#words/addresses';

const standing = [
	'/',
	'/programmes',
	'/campaigns',
	'/toolkit',
	'/toolkit/path',
	'/privacy',
	'/accessibility'
];

/** The public pages, from the same views as the pages that list them. */
export const GET = endpoint(showHome, {
	from: 'nothing',
	also: () => ({ locale: getLocale() }),
	as: async ({ host, calls }, { locals }) => {
		const listed = Object.values(calls).flat();
		const { cards } = await listActivities(locals.actor, { locale: getLocale() });
		const campaigns = await listCampaigns(locals.actor, {});
		const pages = [
			...standing.map((path) => ({ path })),
			...cards.map(({ slug }) => ({ path: `/toolkit/${slug}` })),
			...campaigns.map(({ slug }) => ({ path: `/campaigns/${slug}` })),
			...listed.map(({ slug, changedAt }) => ({ path: `/programmes/${slug}`, changedAt }))
		];
		return new Response(sitemapOf(pages, host.languages), {
			headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=300' }
		});
	}
});
