import { createHash } from 'node:crypto';
import { inTransaction } from '#server/db';
import { limitOf } from '#server/limits';
import { visitor } from '#shared/actor';
import { Problem, tooMany } from '#shared/problem';
import { keepAnswer, takeKey } from './answered.sql.ts';
import { bodyOf, inputFrom } from './asked.ts';
import { findOperation, type Operation } from './operation.ts';
import { refusal } from './refusal.ts';
import { recogniseProgram, type Program } from './tokens/tokens.ts';

type Asked = {
	request: Request;
	/** Without the beginning that all addresses share: '/programmes'. */
	path: string;
	url: URL;
	/** Whose address it comes from, as the limits count. */
	network: string;
};

/** What one token, or one address without any, may ask in a minute of one process. */
const perMinute = limitOf({ points: 600, seconds: 60 });

/** Every request of a program: who, which operation, may it, in its shape, done once. */
export async function answer(operations: readonly Operation[], asked: Asked): Promise<Response> {
	try {
		return await perform(operations, asked);
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return refusal(problem, headersOf(problem));
	}
}

async function perform(operations: readonly Operation[], asked: Asked): Promise<Response> {
	const program = await programOf(asked);
	await underCeiling(program?.token ?? asked.network);
	const { operation, params } = theOperation(operations, asked);
	mustHaveScope(operation, program);
	const text = await bodyOf(asked.request, operation);
	const doing = {
		operation,
		program,
		input: inputFrom(operation, { params, url: asked.url, body: text }),
		origin: asked.url.origin
	};
	const { status, body } =
		operation.method === 'get'
			? await inTransaction((db) => done({ db, ...doing }))
			: await once(doing, asked, text);
	return Response.json(body, {
		status,
		headers: { 'cache-control': program ? 'private, no-store' : 'no-cache' }
	});
}

async function programOf({ request }: Asked): Promise<Program | undefined> {
	const header = request.headers.get('authorization');
	if (header === null) return undefined;
	const token = /^Bearer +(\S{1,100}) *$/i.exec(header)?.[1] ?? '';
	const program = await recogniseProgram(visitor, { token });
	if (!program) throw new Problem('api-token-unknown');
	return program;
}

async function underCeiling(whose: string): Promise<void> {
	if ((await perMinute(whose)) !== undefined) throw tooMany(1);
}

function theOperation(operations: readonly Operation[], { request, path }: Asked) {
	const { found, methods } = findOperation(operations, path);
	if (!found.length) throw new Problem('api-no-such-address');
	const wanted = request.method === 'HEAD' ? 'GET' : request.method;
	const fit = found.find(({ operation }) => operation.method.toUpperCase() === wanted);
	if (!fit) throw new Problem('no-such-method', { allow: methods.join(', ') });
	return fit;
}

function mustHaveScope({ scope }: Operation, program: Program | undefined): void {
	if (scope === null) return;
	if (!program) throw new Problem('api-token-needed');
	if (!program.scopes.includes(scope)) throw new Problem('api-scope-missing', { scope });
}

type Doing = {
	operation: Operation;
	program: Program | undefined;
	input: Record<string, unknown>;
	origin: string;
};
type Done = { status: number; body: unknown };
type Db = Parameters<Parameters<typeof inTransaction>[0]>[0];

async function done({ db, operation, program, input, origin }: Doing & { db: Db }): Promise<Done> {
	const context = { db, actor: program?.actor ?? visitor, now: new Date() };
	return {
		status: operation.method === 'post' ? 201 : 200,
		body: await operation.perform(context, input, origin)
	};
}

/**
 * What changes something is done once under each key (draft-ietf-httpapi-idempotency-key-header): the key, the act and
 * its answer are kept together or not at all.
 */
async function once(doing: Doing, { request, url }: Asked, text: string): Promise<Done> {
	const key = request.headers.get('idempotency-key') ?? '';
	if (!/^[\x21-\x7E]{1,255}$/.test(key)) throw new Problem('api-key-missing');
	const token = doing.program!.token;
	const asked = createHash('sha256')
		.update(`${request.method} ${url.pathname}${url.search}\n${text}`)
		.digest();
	return inTransaction(async (db) => {
		const before = await takeKey(db, { token, key, asked, at: new Date() });
		if (before && !before.asked.equals(asked)) throw new Problem('api-key-reused');
		if (before) return { status: before.status, body: before.body };
		const outcome = await done({ db, ...doing });
		await keepAnswer(db, { token, key, ...outcome });
		return outcome;
	});
}

function headersOf({ code, details }: Problem): Record<string, string> {
	if (code === 'too-many') return { 'retry-after': '60' };
	return code === 'no-such-method' ? { allow: String(details['allow']) } : {};
}
