import { expect, test } from 'vitest';
import { localizeHref } from '#words/addresses';

test.each([
	['/', 'en', '/'],
	['/', 'cy', '/cy'],
	['/?q=a/', 'cy', '/cy?q=a/'],
	['/programmes/spring', 'cy', '/cy/programmes/spring'],
	['/cy/programmes', 'en', '/programmes'],
	['https://example.org/', 'cy', 'https://example.org/'],
	['//example.org/', 'cy', '//example.org/'],
	['mailto:hello@example.org', 'cy', 'mailto:hello@example.org']
] as const)('%s in %s is %s', (href, locale, expected) => {
	expect(localizeHref(href, locale)).toBe(expected);
});
