import { localizeHref } from '#words/addresses';

/** Where a card of the host's own is written, and its pages beside that. */
export const deskHref = (slug: string, page = ''): string =>
	localizeHref(`/desk/toolkit/${slug}${page && `/${page}`}`);
