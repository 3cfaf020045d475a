import type { RequestEvent } from '@sveltejs/kit';
import { dropPiece, mostBytes, mostInPiece, receivePiece, type UploadView } from '#server/files';
import type { UseCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { underCeiling, underUploadCeiling } from './ceiling.ts';
import { within } from './form-limit.ts';
import { isOutage, problemResponse } from './problem.ts';
import { announcedIn, checksumIn, offsetIn } from './tus-headers.ts';

/**
 * Files that come in pieces, in the protocol tus 1.0.0 (core, creation, checksum, expiration, termination) with one
 * act more: PUT finishes, and answers with what became of it. An area gives its use cases; they say who may.
 */
type Common = Record<string, unknown>;
type Begin = UseCase<never, UploadView>;
type Rest = {
	show: UseCase<never, UploadView>;
	add: UseCase<never, UploadView & { isNew: boolean }>;
	finish: UseCase<never, object>;
	abandon: UseCase<never, void>;
};
type Method = 'HEAD' | 'PATCH' | 'PUT' | 'DELETE';
type Handler = (event: RequestEvent) => Promise<Response>;

const version = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' };

/** POST begins, and goes on with the same file that was begun before. */
export function uploadsAddress(begin: Begin): { POST: Handler; OPTIONS: Handler } {
	return {
		POST: answering(async (event) => {
			const announced = announcedIn(event.request.headers);
			const upload = await begin(event.locals.actor, { ...announced, ...event.params } as never);
			const location = `${event.url.pathname}/${upload.id}`;
			return new Response(null, { status: 201, headers: { ...version, ...stateOf(upload), location } });
		}),
		OPTIONS: answering(async () => Promise.resolve(new Response(null, { status: 204, headers: abilities() })))
	};
}

/** HEAD asks how far it is, PATCH brings a piece, PUT finishes, DELETE gives it up. */
export function uploadAddress({ show, add, finish, abandon }: Rest): Record<Method, Handler> {
	return {
		HEAD: answering(async (event) => {
			const upload = await show(event.locals.actor, event.params as never);
			return new Response(null, { headers: { ...version, ...stateOf(upload) } });
		}),
		PATCH: answering((event) => addPiece(event, show, add)),
		PUT: answering(async (event) => {
			const given = (await within(event.request, 10_000)
				.json()
				.catch(() => ({}))) as Common;
			const input = { ...given, ...event.params } as never;
			return Response.json(await inTurn(() => finish(event.locals.actor, input)), { headers: version });
		}),
		DELETE: answering(async (event) => {
			await abandon(event.locals.actor, event.params as never);
			return new Response(null, { status: 204, headers: version });
		})
	};
}

/** Whether they may is asked before a byte is read; the bytes lie in the store before a row says so. */
async function addPiece(event: RequestEvent, show: Rest['show'], add: Rest['add']): Promise<Response> {
	const { request, params, locals } = event;
	const { id } = await show(locals.actor, params as never);
	const at = offsetIn(request.headers);
	const length = Number(request.headers.get('content-length') ?? 0);
	if (length > mostInPiece) throw new Problem('too-large');
	await underUploadCeiling(event, length);
	const piece = await received(id, request);
	try {
		const upload = await add(locals.actor, { ...params, at, piece } as never);
		if (!upload.isNew) await dropPiece(id, piece);
		return new Response(null, { status: 204, headers: { ...version, ...stateOf(upload) } });
	} catch (problem) {
		// Where our records went away in between, a row may name it all the same.
		if (problem instanceof Problem && !isOutage(problem)) await dropPiece(id, piece);
		throw problem;
	}
}

/** A line that broke off is nobody's mistake: what came of this piece is dropped, and it is sent again. */
async function received(id: string, { body, headers }: Request) {
	if (!body) throw new Problem('unreadable-form');
	let broke = false;
	const source = (async function* () {
		try {
			for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) yield chunk;
		} catch {
			broke = true;
			throw new Problem('unreadable-form');
		}
	})();
	const piece = await receivePiece(id, source, checksumIn(headers));
	if (broke) throw new Problem('unreadable-form');
	return piece;
}

function answering(work: Handler): Handler {
	return async (event) => {
		try {
			if (event.locals.signIn) throw new Problem('signed-out', { next: event.locals.signIn });
			await underCeiling(event);
			return await work(event);
		} catch (problem) {
			const response = problemResponse(problem, event);
			for (const [name, value] of Object.entries(version)) response.headers.set(name, value);
			return response;
		}
	};
}

function stateOf({ received, size, until }: UploadView): Record<string, string> {
	return {
		'upload-offset': String(received),
		...(size === null ? { 'upload-defer-length': '1' } : { 'upload-length': String(size) }),
		'upload-expires': until.toUTCString()
	};
}

function abilities(): Record<string, string> {
	return {
		...version,
		'tus-version': '1.0.0',
		'tus-extension': 'creation,creation-defer-length,checksum,expiration,termination',
		'tus-checksum-algorithm': 'sha256',
		'tus-max-size': String(mostBytes())
	};
}

let last: Promise<unknown> = Promise.resolve();

/** Finishing reads the whole file while a transaction is open: one at a time in a process, so that others save meanwhile. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const mine = last.then(work, work);
	last = mine.catch(() => undefined);
	return mine;
}
