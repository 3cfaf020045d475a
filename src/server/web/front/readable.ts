import type { IncomingMessage } from 'node:http';
import type { OwnAddress } from './own-address.ts';
import type { Refusal } from './refusal.ts';

const looking = new Set(['GET', 'HEAD', 'OPTIONS']);
const acting = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * What Kit would answer with a few words of English, or not at all, is refused here in a sentence: an address or a
 * host that is none, a method that no page has, an act that another site asks for in somebody's name.
 */
export function whyNot(request: IncomingMessage, own: OwnAddress): Refusal | undefined {
	const { method = '', url = '', headers } = request;
	const here = `${own.protocol}://${own.host}`;
	if (!own.host || /[^\w.:[\]-]/.test(own.host) || !URL.canParse(here) || !isPath(url, here))
		return { status: 400, code: 'unreadable-request' };
	if (looking.has(method)) return undefined;
	if (!acting.has(method)) return { status: 405, code: 'no-such-method' };
	return headers.origin === new URL(here).origin ? undefined : { status: 403, code: 'from-elsewhere' };
}

/** Kit takes a form sent to the action called so for a fault of ours. */
const reservedAction = /[?&](\/|%2f)default(?=[=&]|$)/i;

/** A path of ours, and neither a whole address nor another host's ('//evil.example'). */
function isPath(url: string, here: string): boolean {
	return /^\/(?![/\\])/.test(url) && URL.canParse(here + url) && !reservedAction.test(url);
}
