import { fileKinds } from '#shared/file-kinds';
import { mostText } from '../answer.ts';
import { addressParts } from '../fields.ts';
import type { Question, QuestionKind } from '../question.ts';
import { kindsFor, media } from '../recording.ts';

/** A JSON Schema, or a part of one. */
export type Shape = { readonly [keyword: string]: unknown };
type Of<K extends QuestionKind> = Extract<Question, { kind: K }>;
type Shapes = { [K in QuestionKind]: (question: Of<K>) => Shape };

/**
 * What an answer of each kind means. `x-also` names what our own reading asks besides and no schema can say: `words`
 * (as `countWords` counts), `day` (a date that exists, within limits), `order` (of the options), `email`, `link`,
 * `postcode` (written as `read` writes them), `file` (what the question takes).
 */
export function answerShape(question: Question): Shape {
	return (shapes[question.kind] as (question: Question) => Shape)(question);
}

/** Words with one space between them. */
const line = '^\\S+( \\S+)*$';
const textWithin = { type: 'string', maxLength: mostText } as const;

const shapes: Shapes = {
	'short-text': (question) => ({ ...textWithin, pattern: line, ...words(question) }),
	'long-text': (question) => ({ ...textWithin, pattern: '^\\S([\\s\\S]*\\S)?$', ...words(question) }),
	choice: ({ options }) => oneOf(options),
	several: ({ options, atMost }) => ({
		...listOf(options),
		minItems: 1,
		...(atMost === undefined ? {} : { maxItems: atMost }),
		...also({ rule: 'order' })
	}),
	ranking: ({ options, first }) => ({
		...listOf(options),
		minItems: first === undefined ? Math.max(1, options.length) : 1,
		maxItems: first ?? options.length
	}),
	'yes-no': yesNo,
	address,
	number: ({ decimal, least, most }) => ({
		type: decimal ? 'number' : 'integer',
		minimum: Math.max(least ?? -Infinity, decimal ? -Number.MAX_VALUE : Number.MIN_SAFE_INTEGER),
		maximum: Math.min(most ?? Infinity, decimal ? Number.MAX_VALUE : Number.MAX_SAFE_INTEGER)
	}),
	date: ({ least, most }) => ({
		type: 'string',
		format: 'date',
		pattern: '^[1-9]\\d{3}-\\d\\d-\\d\\d$',
		...also({
			rule: 'day',
			...(least === undefined ? {} : { least }),
			...(most === undefined ? {} : { most })
		})
	}),
	email: () => ({
		type: 'string',
		maxLength: 254,
		pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
		...also({ rule: 'email' })
	}),
	telephone: () => ({ type: 'string', pattern: telephone }),
	link: () => ({ type: 'string', maxLength: 2000, pattern: '^https?://', ...also({ rule: 'link' }) }),
	file: ({ accept, mostMegabytes }) => ({
		...fileOf(Object.keys(fileKinds)),
		...also({ rule: 'file', kinds: accept, mostMegabytes })
	}),
	recording: ({ media: asked, mostMegabytes }) => ({
		...fileOf(kindsFor(asked)),
		...also({ rule: 'file', kinds: kindsFor(asked), mostMegabytes })
	}),
	statement: () => ({ const: true })
};

/** Seven to fifteen figures, single spaces, a plus only at the beginning, perhaps an extension. */
const telephone =
	'^(?! )(?!.* ( |$))(?=([^\\de]*\\d){7,15}[^\\de]*( ext \\d{1,6})?$)[+\\d ().\\-/][\\d ().\\-/]*( ext \\d{1,6})?$';

function also(...rules: Shape[]): Shape {
	return { 'x-also': rules };
}

function words({ maxWords: most }: { maxWords?: number }): Shape {
	return most === undefined ? {} : also({ rule: 'words', most });
}

function oneOf(options: readonly { value: string }[]): Shape {
	return options.length ? { enum: options.map(({ value }) => value) } : { not: {} };
}

function listOf(options: readonly { value: string }[]): Shape {
	return { type: 'array', uniqueItems: true, items: oneOf(options) };
}

/** The reason stands only beside the answer that asks for it, and is needed where the answer is. */
function yesNo({ reason: after, required, ...question }: Of<'yes-no'>): Shape {
	const why = {
		...textWithin,
		pattern: required ? '^\\S([\\s\\S]*\\S)?$' : '^(\\S([\\s\\S]*\\S)?)?$',
		...words(question)
	};
	const other = after === 'yes' ? 'no' : 'yes';
	const beside = (answer: string, reason: Shape) => record({ answer: { const: answer }, reason });
	const none = { const: '' };
	return after === 'either'
		? record({ answer: { enum: ['yes', 'no'] }, reason: why })
		: { oneOf: [beside(after, why), beside(other, none)] };
}

/** Every part is there; what a country does not have is ''. */
function address(): Shape {
	const tidy = { type: 'string', pattern: '^(?!.*,$)(\\S+( \\S+)*)?$' };
	const filled = (part: string) => ({ properties: { [part]: { minLength: 1 } } });
	return {
		...record(Object.fromEntries(addressParts.map((part) => [part, tidy]))),
		allOf: [filled('line1'), { anyOf: [filled('town'), filled('postcode')] }],
		...also({ rule: 'postcode' })
	};
}

function fileOf(kinds: readonly string[]): Shape {
	return record(
		{
			file: { type: 'string', minLength: 1 },
			name: { type: 'string' },
			kind: { enum: kinds },
			bytes: { type: 'integer', minimum: 0 },
			medium: { enum: media }
		},
		['medium']
	);
}

function record(properties: Record<string, unknown>, optional: readonly string[] = []): Shape {
	const required = Object.keys(properties).filter((name) => !optional.includes(name));
	return { type: 'object', properties, required, additionalProperties: false };
}
