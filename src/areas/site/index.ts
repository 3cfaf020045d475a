export { langOf, paragraphsOf, saidIn, type Said, type Wording, type Wordings } from './host.ts';
export { robotsOf, sitemapOf, type Listed } from './sitemap.ts';
