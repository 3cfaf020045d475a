import { Unusable, type Problem } from '#shared/problem';
import { fieldSentence, sentenceOf } from '#words/problems';

const statuses: Record<string, number> = {
	'not-found': 404,
	'api-no-such-address': 404,
	'no-such-method': 405,
	'api-token-needed': 401,
	'api-token-unknown': 401,
	'api-scope-missing': 403,
	'api-not-json': 415,
	'api-key-missing': 400,
	'api-key-reused': 422,
	'too-large': 413,
	'too-many': 429,
	'database-away': 503,
	busy: 503,
	'no-room': 507,
	'files-away': 503
};

/** Problem details for programs (RFC 9457): a code that stays, a sentence that may change, the fields to mend. */
export function refusal(problem: Problem, headers: Record<string, string> = {}): Response {
	const { code, details } = problem;
	const status = statuses[code] ?? 422;
	const body = { title: sentenceOf(code, details), status, code, ...fieldsOf(problem) };
	return Response.json(body, {
		status,
		headers: {
			...headers,
			...challenge(status),
			'content-type': 'application/problem+json',
			'cache-control': 'no-store'
		}
	});
}

/** RFC 6750 §3. */
function challenge(status: number): Record<string, string> {
	return status === 401 ? { 'www-authenticate': 'Bearer realm="Placard"' } : {};
}

function fieldsOf(problem: Problem) {
	if (!(problem instanceof Unusable)) return {};
	const fields = Object.entries(problem.fields);
	return { fields: fields.map(([name, code]) => ({ name, code, sentence: fieldSentence(code, name) })) };
}
