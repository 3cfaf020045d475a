import * as v from 'valibot';
import type { Context, UseCase } from '#server/use-case';
import type { Scope } from './scopes.ts';

export type Method = 'get' | 'post';
type Fields = v.ObjectSchema<v.ObjectEntries, v.ErrorMessage<v.ObjectIssue> | undefined>;

/** One thing that a program can ask for: what the document says of it, and the use case that does it. */
export type Operation = {
	id: string;
	method: Method;
	/** '/programmes/{slug}': what stands in braces goes to the use case under that name. */
	path: string;
	/** Null: anybody may ask, without a token. */
	scope: Scope | null;
	/** In English, for whoever writes the program. */
	summary: string;
	query: Fields;
	body: Fields | null;
	/** What comes back. Every answer is of this shape, or it is a bug. */
	answer: v.GenericSchema;
	/** Asks the use case in the caller's transaction. `origin` is our own address, without a path. */
	perform: (context: Context, input: Record<string, unknown>, origin: string) => Promise<unknown>;
};

type Spec<I, O, Answer extends v.GenericSchema> = Omit<Operation, 'query' | 'body' | 'answer' | 'perform'> & {
	query?: Fields;
	body?: Fields;
	answer: Answer;
	/** As its door gives it. */
	useCase: UseCase<I, O>;
	/** What the use case gives, as programs read it. */
	as: (output: O, asked: { origin: string; input: Record<string, unknown> }) => v.InferInput<Answer>;
};

export function operation<I, O, Answer extends v.GenericSchema>(spec: Spec<I, O, Answer>): Operation {
	const { useCase, as, query = v.object({}), body = null, ...rest } = spec;
	return {
		...rest,
		query,
		body,
		async perform(context, input, origin) {
			const output = await useCase.within(context, input as I);
			return as(output, { origin, input });
		}
	};
}

/** The operations at an address: which of them, and what stands in the braces. */
export function findOperation(operations: readonly Operation[], path: string) {
	const found = operations.flatMap((one) => {
		const params = paramsOf(one.path, path);
		return params ? [{ operation: one, params }] : [];
	});
	return { found, methods: found.map(({ operation }) => operation.method.toUpperCase()) };
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
	const [asked, given] = [pattern.split('/'), path.split('/')];
	if (asked.length !== given.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of asked.entries()) {
		const name = /^\{(\w+)\}$/.exec(part)?.[1];
		if (name) params[name] = given[index]!;
		else if (part !== given[index]) return undefined;
	}
	return params;
}
