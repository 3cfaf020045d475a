/** Where people reach this Placard, without a slash at the end: PUBLIC_URL, or the machine itself while trying it out. */
export function publicAddress(): string {
	const given = process.env['PUBLIC_URL'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
	return given.replace(/\/+$/, '');
}

/** The whole address of a page of ours, for mail, feeds and calendars: '/programmes' → 'https://…/programmes'. */
export function absolute(href: string): string {
	return href.startsWith('/') && !href.startsWith('//') ? publicAddress() + href : href;
}
