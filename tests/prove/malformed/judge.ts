import type { Answer } from '../../surfaces/raw.ts';
import { mainOf, textOf } from '../../surfaces/html.ts';
import { mark } from './naughty.ts';

/** A capital, some words, an end. */
const sentence = /\p{Lu}[^.!?]{10,}[.!?]/u;
/** Words of machines, which say nothing to people and something to attackers. */
const machinery =
	/\bat (?:async )?\S+ \(|node_modules|\/build\/server|PostgresError|syntax error|violates|ECONN|TypeError|undefined is not|\bselect \S+ from\b/i;

/** What is wrong with an answer to a request that was wrong; undefined when nothing is. */
export function complaintAbout(answer: Answer | undefined, host: string): string | undefined {
	if (!answer) return 'no answer';
	const { status, headers } = answer;
	const text = answer.body.toString('utf8');
	if (status >= 500) return `status ${status}`;
	if (machinery.test(text.replace(/<input[^>]*>|<textarea.*?<\/textarea>/gs, '')))
		return 'speaks of its machinery';
	if (isHtml(headers) && isWritten(text)) return 'what was sent in is markup in the page';
	if (status >= 300 && status < 400) return leadsAway(headers['location'] ?? '', host);
	return status >= 400 ? unsaid(answer, text) : undefined;
}

function isHtml(headers: Record<string, string>): boolean {
	return headers['content-type']?.startsWith('text/html') ?? false;
}

function isWritten(text: string): boolean {
	return new RegExp(`<(script|img)[^>]*${mark}|<script>alert`).test(text);
}

function leadsAway(location: string, host: string): string | undefined {
	if (!location) return undefined;
	const to = new URL(location, `http://${host}`);
	return to.host === host || (location.startsWith('/') && !/^\/[\\/]/.test(location))
		? undefined
		: `leads away to ${location}`;
}

/** Every refusal says why, in a sentence, in the form that was asked for. */
function unsaid({ headers, status, body }: Answer, text: string): string | undefined {
	const type = headers['content-type'] ?? '';
	if (body.length === 0) return `status ${status} without a word`;
	if (type.startsWith('application/json'))
		return sentence.test(saidIn(text)) ? undefined : `JSON without a sentence: ${text.slice(0, 80)}`;
	if (!type.startsWith('text/html'))
		return sentence.test(text) ? undefined : `no sentence: ${text.slice(0, 80)}`;
	const main = mainOf(text);
	if (!main) return 'a page without <main>';
	return sentence.test(textOf(main)) ? undefined : 'a page without a sentence';
}

function saidIn(json: string): string {
	try {
		return JSON.stringify(JSON.parse(json));
	} catch {
		return '';
	}
}
