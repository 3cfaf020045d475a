import * as v from 'valibot';
import type { Note } from './note.ts';
import { Day, exactly, Key, list, most, whole, written } from './shape.ts';

const Id = v.pipe(v.string('wrong-kind'), v.regex(/^[A-Za-z0-9-]{1,60}$/, 'wrong-kind'));
const Hundredth = whole(0, 100);
const Moment = v.pipe(
	v.union([v.date(), v.pipe(v.string(), v.isoTimestamp())], 'not-a-date'),
	v.transform((value) => new Date(value)),
	v.check((value) => !Number.isNaN(value.getTime()), 'not-a-date')
);

/** A note as it comes in a file. Typed the other way round as well: what is written in note.ts is what may be kept. */
export const NoteShape: v.GenericSchema<unknown, Note> = exactly({
	id: Id,
	number: whole(1, 1_000_000),
	text: written(most.text),
	kind: Key,
	lane: v.nullable(Key),
	x: v.nullable(Hundredth),
	y: v.nullable(Hundredth),
	fields: v.record(Key, written(most.text), 'wrong-kind'),
	by: v.nullable(written(most.name)),
	links: list(exactly({ to: Id, as: Key }), most.linksOfANote),
	group: v.nullable(Id),
	votes: whole(0, most.votes),
	order: whole(-1_000_000_000, 1_000_000_000),
	trail: list(exactly({ x: Hundredth, y: Hundredth, at: Moment }), most.trail),
	reviewOn: v.nullable(Day)
});
