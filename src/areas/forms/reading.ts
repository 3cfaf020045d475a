import type { Value } from './answer.ts';

/** A code, and the limits its sentence names. */
export type Wrong = { code: string } & Record<string, unknown>;
/** What it means; or why it means nothing yet. */
export type Reading = { value: Value; wrong?: Wrong };

export function wrong(code: string, details: Record<string, unknown> = {}): Reading {
	return { value: null, wrong: { code, ...details } };
}
