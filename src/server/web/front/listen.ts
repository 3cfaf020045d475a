import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { beginStopping } from './closing.ts';
import { UnclearSetting, type Trust } from './trust.ts';
import { assumedOrigin } from './origin.ts';
import { ownAddress, type OwnAddress } from './own-address.ts';
import { whyNot } from './readable.ts';
import { refuse, refuseConnection, refuseOnTheLine } from './refusal.ts';
import { visitorAddress } from './visitor-address.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
export type Listening = { host: string; port: number; stop(): Promise<void> };

/** The headers in which Kit's handler finds what `settle` found out; whatever the visitor wrote there is overwritten. */
export const handlerSettings = {
	PROTOCOL_HEADER: 'x-forwarded-proto',
	HOST_HEADER: 'x-forwarded-host',
	ADDRESS_HEADER: 'x-placard-address'
} as const;

/** Long enough for a photograph over a slow telephone line, short enough that idle connections do not pile up. */
const times = {
	headersTimeout: 15_000,
	// Asked for each request by itself, since a film takes longer than a form.
	requestTimeout: 0,
	keepAliveTimeout: 65_000,
	connectionsCheckingInterval: 5_000
};
/** No host is refused by us, in a sentence. */
const limits = { maxHeaderSize: 16_384, requireHostHeader: false };
const patience = 10_000;

export async function listen(handler: Handler, trust: Trust, host: string, port: number): Promise<Listening> {
	const server = createServer({ ...times, ...limits }, (request, response) => {
		limitTime(request);
		const refusal = whyNot(request, settle(request, trust));
		if (refusal) refuse(request, response, refusal);
		else handler(request, response, () => refuse(request, response, { status: 404, code: 'not-found' }));
	});
	server.on('clientError', refuseOnTheLine).on('connect', refuseConnection);
	server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
		refuse(request, response, { status: 417, code: 'unreadable-request' })
	);
	server.listen(port, host);
	await once(server, 'listening').catch((error: unknown) =>
		giveUp(error as NodeJS.ErrnoException, host, port)
	);
	const { port: real } = server.address() as { port: number };
	return { host, port: real, stop: () => stop(server) };
}

/** A request that takes longer to arrive than its length explains is ended, with a sentence. */
function limitTime(request: IncomingMessage): void {
	const late = Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
	const timer = setTimeout(() => refuseOnTheLine(late, request.socket), timeFor(request)).unref();
	request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}

/** Five minutes; for a body that says how long it is, what that takes at 200 kbit/s, and two hours at most. */
export function timeFor({ headers }: Pick<IncomingMessage, 'headers'>): number {
	const length = Number(headers['content-length'] ?? 0) || 0;
	return Math.min(Math.max(300_000, length / 25), 7_200_000);
}

/** Writes into the request what we know of it, in place of what it claims. */
function settle({ headers, socket }: IncomingMessage, trust: Trust): OwnAddress {
	const own = ownAddress(headers, trust);
	const visitor = visitorAddress(socket.remoteAddress, headers['x-forwarded-for'], trust);
	const origin = assumedOrigin(headers, own);
	if (origin !== undefined) headers.origin = origin;
	headers['x-forwarded-proto'] = own.protocol;
	headers['x-forwarded-host'] = own.host;
	headers['x-placard-address'] = visitor;
	return own;
}

function giveUp({ code, message }: NodeJS.ErrnoException, host: string, port: number): never {
	const reason: Record<string, string> = {
		EADDRINUSE: `Port ${port} on ${host} is taken. Stop what uses it, or choose another with --port N.`,
		EACCES: `This account may not use port ${port}. Choose one above 1023 with --port N.`,
		EADDRNOTAVAIL: `${host} is not an address of this machine. Choose another with --host ADDRESS.`
	};
	throw new UnclearSetting(reason[code ?? ''] ?? `The server cannot listen on ${host}:${port}: ${message}`);
}

/** No new requests; those under way are finished, for ten seconds at most. */
async function stop(server: Server): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	await beginStopping();
	server.closeIdleConnections();
	// A connection that a browser keeps open is idle as soon as its answer is out.
	const sweep = setInterval(() => server.closeIdleConnections(), 100);
	const limit = setTimeout(() => server.closeAllConnections(), patience);
	await closed;
	clearInterval(sweep);
	clearTimeout(limit);
}
