import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import * as m from '#words';
import { directionOf, localizeHref, locales } from '#words/addresses';
import { inLanguage } from '#words/language';
import { sentenceOf } from '#words/problems';

/** Why a request goes no further: a status for programs, the code of a Problem for people. */
export type Refusal = { status: number; code: string };

const headers = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'",
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store'
};

/** A page of its own with one sentence, in the language of the address, for what never reaches the pages. */
export function refusalPage(code: string, path = '/', details: Record<string, unknown> = {}): string {
	const locale = locales.find((one) => path.startsWith(`/${one}/`)) ?? locales[0];
	return inLanguage(locale, () => pageOf(escaped(sentenceOf(code, details)), locale));
}

function pageOf(sentence: string, locale: string): string {
	return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${sentence}</title><link rel="stylesheet" href="/away.css"></head>
<body><main><h1>${sentence}</h1><p><a href="${localizeHref('/')}">${m.common_to_start()}</a></p></main></body>
</html>
`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function refuse({ url }: IncomingMessage, response: ServerResponse, { status, code }: Refusal): void {
	response.writeHead(status, headers).end(refusalPage(code, url));
}

/** The parser could not read it, so there is neither request nor response: only the line to whoever sent it. */
export function refuseOnTheLine(error: NodeJS.ErrnoException, line: Duplex): void {
	if (error.code === 'ECONNRESET' || !line.writable) return void line.destroy();
	write(line, unread[error.code ?? ''] ?? { status: 400, code: 'unreadable-request' });
}

/** Kit's own "POST method not allowed", said in a sentence. */
export function inOurWords(answer: Response, path: string): Response {
	const isKits = answer.status === 405 && !answer.headers.get('content-type')?.startsWith('text/html');
	if (!isKits) return answer;
	const allow = answer.headers.get('allow') ?? '';
	return new Response(refusalPage('no-such-method', path), { status: 405, headers: { ...headers, allow } });
}

/** Whoever asks for a line through us to somewhere else. */
export function refuseConnection(_: IncomingMessage, line: Duplex): void {
	write(line, { status: 405, code: 'no-such-method' });
}

const unread: Record<string, Refusal> = {
	HPE_HEADER_OVERFLOW: { status: 431, code: 'request-too-long' },
	ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request-too-slow' }
};

function write(line: Duplex, { status, code }: Refusal): void {
	const page = refusalPage(code);
	const said = { ...headers, 'content-length': Buffer.byteLength(page), connection: 'close' };
	const head = Object.entries(said).map((pair) => pair.join(': '));
	line.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...head, '', page].join('\r\n'));
}
