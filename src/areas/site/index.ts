import type { Coverage } from './accessibility.ts';
import written from './accessibility-coverage.json' with { type: 'json' };

export { langOf, paragraphsOf, saidIn, type Said, type Wording, type Wordings } from './host.ts';
export { robotsOf, sitemapOf, type Listed } from './sitemap.ts';
export { privacyNotice, type PrivacyFacts } from './privacy.ts';
export { accessibilityStatement, checks, type Check, type Coverage } from './accessibility.ts';
export { linesOf, type Part } from './notice.ts';

/** What the browser stories last covered. */
export const coverage: Coverage = written;
