import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import type { Operation } from './operation.ts';
import { scopes } from './scopes.ts';

/** Shapes that are said once, and referred to by name. */
type Named = Record<string, v.GenericSchema>;
/** What the whole document says of itself. */
export type About = { title: string; version: string; server: string; describe: string; named?: Named };

type Json = Record<string, unknown>;

/** OpenAPI 3.1.1, from the same operations and shapes that answer. */
export function openApi(
	operations: readonly Operation[],
	{ title, version, server, describe, named = {} }: About
): Json {
	const paths: Record<string, Json> = {};
	for (const one of operations) (paths[one.path] ??= {})[one.method] = described(one, named);
	return {
		openapi: '3.1.1',
		info: {
			title,
			version,
			description: describe,
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' }
		},
		servers: [{ url: server }],
		paths,
		components: {
			schemas: { Problem: problem, ...toJsonSchemaDefs(named, spoken('output')) },
			securitySchemes: {
				token: {
					type: 'http',
					scheme: 'bearer',
					description: `A token made at the desk, with some of these scopes: ${scopes.join(', ')}.`
				}
			}
		}
	};
}

function described(one: Operation, named: Named): Json {
	const done = one.method === 'post' ? '201' : '200';
	return {
		operationId: one.id,
		summary: one.summary,
		...(one.scope ? { security: [{ token: [one.scope] }] } : { security: [] }),
		parameters: [
			...pathParameters(one),
			...queryParameters(one),
			...(one.method === 'post' ? [idempotency] : [])
		],
		...(one.body
			? {
					requestBody: {
						required: true,
						content: { 'application/json': { schema: shapeOf(one.body, 'input', named) } }
					}
				}
			: {}),
		responses: {
			[done]: {
				description: 'Done',
				content: { 'application/json': { schema: shapeOf(one.answer, 'output', named) } }
			},
			default: {
				description: 'Refused, with the reason',
				content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
			}
		}
	};
}

function pathParameters({ path }: Operation): Json[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' }
	}));
}

function queryParameters({ query }: Operation): Json[] {
	const { properties = {}, required = [] } = shapeOf(query, 'input') as {
		properties?: Record<string, Json>;
		required?: string[];
	};
	return Object.entries(properties).map(([name, { description, ...schema }]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		...(description ? { description } : {}),
		schema
	}));
}

const idempotency: Json = {
	name: 'Idempotency-Key',
	in: 'header',
	required: true,
	description:
		'Anything of your own, different for each thing to be done. The same key within a day does nothing again and gets the same answer.',
	schema: { type: 'string', minLength: 1, maxLength: 255 }
};

const problem: Json = {
	type: 'object',
	description: 'RFC 9457. The code stays; the sentence is for people and may change.',
	required: ['title', 'status', 'code'],
	properties: {
		title: { type: 'string' },
		status: { type: 'integer' },
		code: { type: 'string' },
		fields: {
			type: 'array',
			items: {
				type: 'object',
				required: ['name', 'code', 'sentence'],
				properties: { name: { type: 'string' }, code: { type: 'string' }, sentence: { type: 'string' } }
			}
		}
	}
};

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */
function shapeOf(schema: v.GenericSchema, typeMode: 'input' | 'output', named: Named = {}): Json {
	const {
		$schema: _,
		$defs: __,
		...shape
	} = toJsonSchema(schema, { ...spoken(typeMode), definitions: named });
	return shape;
}

/** What no JSON Schema can say (a transformation) is left out. */
function spoken(typeMode: 'input' | 'output') {
	return {
		target: 'draft-2020-12',
		typeMode,
		errorMode: 'ignore',
		overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`
	} as const;
}
