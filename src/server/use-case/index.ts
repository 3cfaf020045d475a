import * as v from 'valibot';
import type { Actor } from '#shared/actor';
import { Problem, Unusable } from '#shared/problem';
import { inTransaction, type Db } from '#server/db';
import { keepable } from './keepable.ts';
import type { Rule } from './rules.ts';
import { note, type Details, type Trace } from './events.ts';

export { administrator, anyone, ourselves, staff, type Rule } from './rules.ts';
export {
	errand,
	errands,
	every,
	listeners,
	on,
	schedules,
	type Details,
	type Errand,
	type Listener,
	type Schedule
} from './events.ts';

/** What a use case may hold while it runs. Made here, and in tests by the world. */
export type Context = { db: Db; actor: Actor; now: Date };
type Recorder = (event: string, details: Details) => Promise<void>;

type Spec<Schema extends v.GenericSchema, S, O> = {
	input: Schema;
	/** Finds the subject. Missing, and not yours to see, give the same answer: not found. */
	on: (context: Context, input: v.InferOutput<Schema>) => S | undefined | Promise<S | undefined>;
	may: Rule<S>;
	trace?: Trace;
	run: (context: Context & { record: Recorder }, input: v.InferOutput<Schema>, subject: S) => O | Promise<O>;
};

export type UseCase<I, O> = {
	/** Opens the transaction. The instant is the server's clock. */
	(actor: Actor, input: I): Promise<O>;
	readonly name: string;
	/** The name of the rule that lets people in; docs/access.md prints it. */
	readonly who: string;
	/** Joins a transaction that is already open; access is still asked. */
	within(context: Context, input: I): Promise<O>;
};

/** For use cases without a subject: `on: nothing`. */
export const nothing = () => ({});

/** Every way into the data: parse, find, ask, run, record. One transaction. */
export function useCase<Schema extends v.GenericSchema, S, O>(
	name: string,
	spec: Spec<Schema, S, O>
): UseCase<v.InferInput<Schema>, O> {
	async function within(context: Context, raw: unknown): Promise<O> {
		const input = fitting(spec.input, raw);
		const subject = await spec.on(context, input);
		if (subject === undefined || !spec.may(context.actor, subject, context.now))
			throw new Problem('not-found');
		const record: Recorder = (event, details) => note(context, event, details, spec.trace ?? 'full');
		return spec.run({ ...context, record }, input, subject);
	}
	const perform = (actor: Actor, raw: unknown) =>
		inTransaction((db) => within({ db, actor, now: new Date() }, raw));
	Object.defineProperty(perform, 'name', { value: name });
	return Object.assign(perform, { who: spec.may.name, within }) as UseCase<v.InferInput<Schema>, O>;
}

/**
 * What was sent, in its shape. Schemas say codes ('too-long'), never sentences.
 * @throws Unusable with the first issue of each field
 */
export function fitting<Schema extends v.GenericSchema>(schema: Schema, raw: unknown): v.InferOutput<Schema> {
	const result = v.safeParse(schema, keepable(raw));
	if (result.success) return result.output;
	const fields: Record<string, string> = {};
	for (const issue of result.issues) fields[v.getDotPath(issue) ?? ''] ??= codeOf(issue);
	throw new Unusable(fields);
}

/** Our own messages are codes; valibot's are sentences in English and become one of two codes. */
function codeOf({ message, received }: v.BaseIssue<unknown>): string {
	if (/^[a-z]+(-[a-z]+)*$/.test(message)) return message;
	return received === 'undefined' ? 'missing' : 'wrong-kind';
}
