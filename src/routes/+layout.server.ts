import { redirect } from '@sveltejs/kit';
import { getLocale, localizeHref, type Locale } from '#words/addresses';
import { deskLanguages } from '#words/tongues';
import { deLocalizeHref } from '../words/generated/runtime.js';
import type { LayoutServerLoad } from './$types';
import { siteFor } from './host.ts';

/** Every page knows whose it is. One in a language that the host does not offer is shown in one that it does. */
export const load: LayoutServerLoad = async ({ locals, url, request }) => {
	const path = deLocalizeHref(url.pathname);
	const site = await siteFor(locals.actor, path);
	const isDesk = /^\/(desk|panel|workspace)(\/|$)/.test(path);
	const offered = isDesk ? deskLanguages : (site.languages as readonly Locale[]);
	if (request.method === 'GET' && !offered.includes(getLocale()))
		redirect(307, localizeHref(path + url.search, offered[0]));
	return { site };
};
