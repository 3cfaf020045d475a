import { expect, test } from 'vitest';
import { robotsOf, sitemapOf } from './sitemap.ts';

test('every page is listed in every language, and each names the others', () => {
	const map = sitemapOf(
		[{ path: '/' }, { path: '/programmes/a&b', changedAt: new Date('2026-03-01T12:00:00Z') }],
		['en', 'cy']
	);
	expect(map.match(/<loc>[^<]+/g)).toEqual(
		['/', '/cy', '/programmes/a&amp;b', '/cy/programmes/a&amp;b'].map(
			(path) => `<loc>http://localhost:3000${path}`
		)
	);
	expect(map.match(/hreflang="cy"/g)).toHaveLength(4);
	expect(map.match(/<lastmod>2026-03-01T12:00:00.000Z</g)).toHaveLength(2);
});

test('search engines are kept out of rooms that are one person’s, in every language', () => {
	const robots = robotsOf(['en', 'cy']);
	for (const room of ['/application', '/cy/application', '/desk', '/cy/desk', '/return', '/cy/return'])
		expect(robots).toContain(`Disallow: ${room}\n`);
	expect(robots).not.toMatch(/Disallow: (\/|\/cy|\/programmes)\n/);
});
