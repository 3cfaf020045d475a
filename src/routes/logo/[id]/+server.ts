import { showLogo } from '#areas/site/server';
import { endpoint } from '#server/web';
import { fileKinds } from '#shared/file-kinds';

/** The logo in place, and kept: another logo has another address. */
export const GET = endpoint(showLogo, {
	as: async (logo) =>
		new Response(await logo.read(), {
			headers: {
				'content-type': fileKinds[logo.kind].mime,
				'content-length': String(logo.size),
				'content-security-policy': "sandbox; default-src 'none'",
				'cache-control': 'public, max-age=31536000, immutable'
			}
		})
});
