import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isInside, lookupOutside, mayGoInside, NotReachable } from './reachable.ts';

export type Message = { id: string; event: string; at: Date; ids: Record<string, string> };
/** `status` of the answer, or the kind of trouble when there was none. */
export type Heard = { status: number } | { trouble: 'inside' | 'too-slow' | 'unreachable' };

const patience = 10_000;

/** Sends one message and hears the status. Nothing that comes back is read, and no redirection is followed. */
export function callOut(url: string, secret: Uint8Array, message: Message, now: Date): Promise<Heard> {
	const body = JSON.stringify({
		type: message.event,
		timestamp: message.at.toISOString(),
		data: message.ids
	});
	const headers = {
		...signed(secret, message.id, body, now),
		'content-type': 'application/json',
		'user-agent': 'Placard'
	};
	return new Promise((resolve) => {
		const { protocol, hostname } = new URL(url);
		const bare = hostname.replace(/^\[|\]$/g, '');
		if (isIP(bare) && isInside(bare) && !mayGoInside()) return resolve({ trouble: 'inside' });
		const options = {
			method: 'POST',
			headers,
			lookup: lookupOutside,
			signal: AbortSignal.timeout(patience),
			agent: false
		};
		const request = (protocol === 'https:' ? https : http).request(url, options, (response) => {
			resolve({ status: response.statusCode ?? 0 });
			response.destroy();
		});
		request.on('error', (error) => resolve({ trouble: troubleOf(error) }));
		request.end(body);
	});
}

/** Standard Webhooks 1.0: HMAC-SHA256 over id, time and body. */
export function signed(secret: Uint8Array, id: string, body: string, now: Date): Record<string, string> {
	const time = String(Math.floor(now.getTime() / 1000));
	const signature = createHmac('sha256', secret).update(`${id}.${time}.${body}`).digest('base64');
	return { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` };
}

function troubleOf(error: Error): 'inside' | 'too-slow' | 'unreachable' {
	if (error instanceof NotReachable) return 'inside';
	return error.name === 'TimeoutError' || error.name === 'AbortError' ? 'too-slow' : 'unreachable';
}
