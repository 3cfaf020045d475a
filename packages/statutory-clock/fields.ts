import { isCivilDate, type CivilDate } from './day.ts';
import type { Stretch, Wait } from './facts.ts';

/** One case as somebody wrote it down: asked for a field, it notes what is wrong with it. */
export type Case = {
	readonly values: Readonly<Record<string, unknown>>;
	wrong(field: string, what: string): void;
};

const aDate = 'expected a date that exists, like "2026-10-29"';

export function date({ values, wrong }: Case, field: string): CivilDate | undefined {
	const value = values[field];
	if (isNothing(value)) return undefined;
	if (isCivilDate(value)) return value;
	wrong(field, `${field} is ${shown(value)}; ${aDate}`);
	return undefined;
}

export function flag({ values, wrong }: Case, field: string): boolean | undefined {
	const value = values[field];
	if (isNothing(value) || typeof value === 'boolean') return value ?? undefined;
	wrong(field, `${field} is ${shown(value)}; expected true or false`);
	return undefined;
}

export function choice<T>(
	one: Case,
	field: string,
	find: (text: string) => T | undefined,
	expected: string
): T | undefined {
	const value = one.values[field];
	if (isNothing(value)) return undefined;
	const found = typeof value === 'string' ? find(value) : undefined;
	if (found === undefined) one.wrong(field, `${field} is ${shown(value)}; expected ${expected}`);
	return found;
}

/** Asked on a day, answered on a later one or not yet: each a date, or lists of the same length. */
export function waits(one: Case, askedField: string, answeredField: string): readonly Wait[] {
	const [asked, answered] = [dates(one, askedField), dates(one, answeredField)];
	if (answered.length > asked.length)
		one.wrong(
			answeredField,
			`${answeredField} needs ${askedField} beside it; expected the day of asking too`
		);
	return asked.map((day, index) => wait(one, day, answered[index], answeredField));
}

function wait(one: Case, asked: CivilDate, received: CivilDate | undefined, field: string): Wait {
	if (received === undefined) return { asked };
	if (received < asked)
		one.wrong(field, `${field} is "${received}", before ${asked}; expected that day or a later one`);
	return { asked, received };
}

function dates(one: Case, field: string): readonly CivilDate[] {
	const value = one.values[field];
	if (isNothing(value)) return [];
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	const wrong = list.find((item) => !isCivilDate(item));
	if (wrong === undefined) return list as CivilDate[];
	one.wrong(field, `${field} is ${shown(wrong)}; ${aDate}`);
	return [];
}

/** One pair of days, or a list of pairs. */
export function stretches(one: Case, field: string): readonly Stretch[] | undefined {
	const value = one.values[field];
	if (isNothing(value)) return undefined;
	const list: readonly unknown[] = Array.isArray(value) ? (isPair(value) ? [value] : value) : [value];
	for (const item of list)
		if (!isStretch(item))
			one.wrong(
				field,
				`${field} has ${shown(item)}; expected a first and a last day, like ["2026-07-22", "2026-09-01"]`
			);
	return list.filter(isStretch);
}

function isPair(value: readonly unknown[]): boolean {
	return value.length === 2 && value.every((item) => typeof item === 'string');
}

function isStretch(value: unknown): value is Stretch {
	return Array.isArray(value) && value.length === 2 && value.every(isCivilDate) && value[0]! <= value[1]!;
}

/** A field that is null is one that is not there. */
export function isNothing(value: unknown): value is undefined | null {
	return value === undefined || value === null;
}

/** What was written, cut short and on one line. */
export function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? 'nothing';
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
