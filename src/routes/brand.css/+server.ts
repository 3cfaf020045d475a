import { brandCss } from '#ui/brand';
import { hostAccent } from './accent.ts';

/** The host's colour as a sheet of its own: the strict CSP lets no page carry it inline. */
export async function GET() {
	return new Response(brandCss(await hostAccent()), {
		headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' }
	});
}
