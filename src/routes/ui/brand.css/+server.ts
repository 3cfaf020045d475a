import type { RequestHandler } from './$types';
import { brandCss } from '#ui/brand';

/** Any host's colour, for looking at the gallery in it. */
export const GET: RequestHandler = ({ url }) =>
	new Response(brandCss(url.searchParams.get('accent')), {
		headers: { 'content-type': 'text/css; charset=utf-8' }
	});
