import { localOf } from '#shared/dates';
import { kindsOfCampaign } from './campaign.ts';
import type { Asked, AskedRows, Asking } from './call-fields.ts';
import type { CallDates } from './call-gaps.ts';
import type { CallContent } from './call.schema.ts';
import { kindNames } from './call-words.ts';

/** A field as the form shows it: under its whole name, with what it holds. */
export type Shown = Asked & { path: string; value: string };
export type ShownRow = { legend: string; fields: Shown[] };

/** What the page of one part shows: its fields with what was saved, or, when the form came back, with what was typed. */
export function shownIn(asking: Asking, content: CallContent, typed?: (path: string) => string): Shown[] {
	return asking.fields.map((field) => shown(field, `content.${field.name}`, content, typed));
}

const spare = 2;

/** The rows that are saved and a few empty ones; as many as were sent, when the form came back. */
export function rowsIn(
	{ name, rowName, fields }: AskedRows,
	content: CallContent,
	typed?: (path: string) => string
): ShownRow[] {
	const saved = at(content, name);
	const count = (Array.isArray(saved) ? saved.length : 0) + spare;
	return Array.from({ length: count }, (_, index) => ({
		legend: `${rowName} ${index + 1}`,
		fields: fields.map((field) => shown(field, `content.${name}.${index}.${field.name}`, content, typed))
	}));
}

/** One box for an example of each kind of campaign; the usual examples stand in a call that has none of its own. */
export function kindsIn({ kinds }: CallContent, typed?: (path: string) => string) {
	return kindsOfCampaign.map((kind, index) => {
		const path = `content.kinds.${index}.example`;
		const ours = kinds.length ? '' : kindNames[kind].example();
		const saved = kinds.find((one) => one.kind === kind)?.example ?? ours;
		return { kind, path, label: kindNames[kind].name(), value: typed ? typed(path) : saved };
	});
}

/** The parts of a date in its fields. */
export function dateParts(instant: Date | null, zone: string) {
	if (!instant) return undefined;
	const [date, time] = localOf(instant, zone).split('T') as [string, string];
	return { ...dayParts(date)!, time };
}

export function dayParts(day: string | null) {
	if (!day) return undefined;
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return { day: String(date), month: String(month), year: String(year) };
}

/** What the fields of the dates send (name-day, name-month …) as the shape that the dates are read in. */
export function writtenDates(fields: Record<string, unknown>) {
	const parts = (name: string) => writtenTime(fields, `dates.${name}`);
	return {
		...fields,
		dates: {
			zone: typeof fields['dates.zone'] === 'string' ? fields['dates.zone'] : '',
			opens: parts('opens'),
			closes: parts('closes'),
			decisionsBy: parts('decisionsBy'),
			runsFrom: parts('runsFrom'),
			runsTo: parts('runsTo')
		}
	};
}

/** The four boxes of one time, as they were sent. */
export function writtenTime(fields: Record<string, unknown>, name: string) {
	const part = (key: string) =>
		typeof fields[`${name}-${key}`] === 'string' ? fields[`${name}-${key}`] : '';
	return { day: part('day'), month: part('month'), year: part('year'), time: part('time') };
}

/** Dates as the fields show them before anybody types. */
export function datesShownInForm(dates: CallDates) {
	return {
		opens: dateParts(dates.opensAt, dates.zone),
		closes: dateParts(dates.closesAt, dates.zone),
		decisionsBy: dayParts(dates.decisionsBy),
		runsFrom: dayParts(dates.runsFrom),
		runsTo: dayParts(dates.runsTo)
	};
}

function shown(field: Asked, path: string, content: CallContent, typed?: (path: string) => string): Shown {
	return {
		...field,
		path,
		value: typed ? typed(path) : written(at(content, path.replace(/^content\./, '')))
	};
}

function at(content: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], content);
}

function written(value: unknown): string {
	if (Array.isArray(value)) return value.join('\n');
	if (value === true) return 'yes';
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
