import type { Kind, Template } from './template.ts';
import { most } from './shape.ts';

/** What somebody wrote of a note, before the template has been asked. */
export type Typed = {
	text: string;
	kind?: string | undefined;
	lane: string;
	x: number | null;
	y: number | null;
	fields: Record<string, unknown>;
	reviewOn: string | null;
};
export type Fitted = {
	text: string;
	kind: string;
	lane: string | null;
	x: number | null;
	y: number | null;
	fields: Record<string, string>;
	reviewOn: string | null;
};

/** What is wrong with it, by field and code. */
export type Faults = Record<string, string>;

/** What the template makes of it: the usual kind and the first lane where none is said, and a day for whatever is about somebody. */
export function fitted(template: Template, typed: Typed): { content: Fitted; faults: Faults } {
	const faults: Faults = {};
	const kind = template.kinds.find(({ key }) => key === typed.kind) ?? template.kinds[0]!;
	if (typed.kind && kind.key !== typed.kind) faults['kind'] = 'not-an-option';
	const lane = laneOf(template, typed.lane);
	if (lane === undefined) faults['lane'] = 'not-an-option';
	if (kind.isAboutSomebody && !typed.reviewOn) faults['reviewOn'] = 'review-missing';
	const [x, y] = placeOn(template, typed);
	const content = {
		text: typed.text,
		kind: kind.key,
		lane: lane ?? null,
		x,
		y,
		fields: fieldsOf(kind, typed.fields, faults),
		reviewOn: kind.isAboutSomebody ? typed.reviewOn : null
	};
	return { content, faults };
}

/** Undefined: there is no such lane. */
function laneOf({ lanes }: Template, key: string): string | null | undefined {
	if (!lanes.length) return null;
	if (key === '') return lanes[0]!.key;
	return lanes.find((lane) => lane.key === key)?.key;
}

/** Only where there are axes; on a line there is one. */
function placeOn({ axes }: Template, { x, y }: Pick<Typed, 'x' | 'y'>): [number | null, number | null] {
	if (!axes) return [null, null];
	return [x, axes.y ? y : null];
}

function fieldsOf(kind: Kind, given: Record<string, unknown>, faults: Faults): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const field of kind.fields) {
		const value = writtenIn(given[field.key]);
		if (value === '') continue;
		const fault = faultIn(field, value);
		if (fault) faults[`fields.${field.key}`] = fault;
		fields[field.key] = value;
	}
	return fields;
}

function writtenIn(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value !== 'object' || value === null) return '';
	const { day = '', month = '', year = '' } = value as Record<string, string>;
	if (!day && !month && !year) return '';
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function faultIn({ kind, options }: Kind['fields'][number], value: string): string | undefined {
	if (value.length > most.text) return 'too-long';
	if (kind === 'date') return isDay(value) ? undefined : 'not-a-date';
	if (kind === 'choice') return options.some(({ key }) => key === value) ? undefined : 'not-an-option';
	return undefined;
}

function isDay(day: string): boolean {
	const at = new Date(`${day}T00:00:00Z`);
	return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
