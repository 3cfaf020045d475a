import { brandCss } from '#ui/brand';
import { hostNow } from '../host.ts';

/** The host's colour as a sheet of its own: the strict CSP lets no page carry it inline. */
export async function GET() {
	const { accent } = await hostNow();
	return new Response(brandCss(accent), {
		headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' }
	});
}
