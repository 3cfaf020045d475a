import { showLetter } from '#server/mail';
import { endpoint, httpProblem } from '#server/web';
import { Problem } from '#shared/problem';

/** As a mail program shows it: a page of its own in which nothing runs and nothing is fetched. */
export const GET = endpoint(showLetter, {
	as({ copy, draft }) {
		const words = copy ?? draft;
		if (!words) httpProblem(new Problem('not-found'));
		return new Response(words.html, {
			headers: {
				'content-type': 'text/html; charset=utf-8',
				'content-security-policy':
					"sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'"
			}
		});
	}
});
