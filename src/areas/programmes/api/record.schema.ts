import * as v from 'valibot';
import { FormShape } from '#areas/forms';

const Instant = v.pipe(v.string(), v.isoTimestamp());

/** An application as programs read it: what staff see where there are many, so nothing that concerns access. */
export const ExpressionRecord = v.object({
	id: v.pipe(v.string(), v.uuid()),
	reference: v.pipe(v.string(), v.description('To be said aloud. It opens nothing.')),
	programme: v.string(),
	way: v.picklist(['web', 'paper', 'telephone']),
	sent_at: Instant,
	zone: v.pipe(v.string(), v.description('IANA, of the call')),
	eligibility: v.array(v.object({ must: v.string(), met: v.nullable(v.boolean()) })),
	answers: v.array(
		v.object({
			question: v.pipe(v.string(), v.description('The key of the question, which stays')),
			label: v.string(),
			text: v.pipe(v.array(v.string()), v.description('In words; several answers are several texts'))
		})
	)
});

export const ExpressionRecords = v.object({
	applications: v.array(ExpressionRecord),
	next: v.pipe(
		v.nullable(v.string()),
		v.description(
			'The cursor to go on with. Null: these are the last so far; keep the cursor that gave them and ask again later.'
		)
	)
});

export const NoteRecord = v.object({
	id: v.pipe(v.string(), v.uuid()),
	words: v.pipe(v.nullable(v.string()), v.description('Null: deleted')),
	who: v.nullable(v.string()),
	written_at: Instant,
	changed_at: v.nullable(Instant)
});
export const NoteRecords = v.object({ notes: v.array(NoteRecord) });

const FormLine = v.object({
	number: v.pipe(v.number(), v.integer(), v.description('1 is the first that was published')),
	published_at: Instant
});

/** The versions of a call's form. Whoever began with one may still answer it. */
export const FormLines = v.object({
	forms: v.array(FormLine),
	next: v.pipe(
		v.nullable(v.string()),
		v.description('The cursor to go on with; null: these are the last so far.')
	)
});

export const FormRecord = v.object({
	programme: v.string(),
	...FormLine.entries,
	form: FormShape,
	answers: v.pipe(
		v.looseObject({}),
		v.description(
			'JSON Schema 2020-12 of what the answers to this version mean, in the call as it stands. `x-also` names what no schema can say.'
		)
	)
});

/** Beyond these, what the host wrote. */
export const CallRecord = v.looseObject({
	id: v.pipe(v.string(), v.uuid()),
	url: v.string(),
	phase: v.pipe(v.string(), v.description('announced, open, last-minutes, closed or archived, by the clock')),
	name: v.string()
});
export const CallRecords = v.object({ programmes: v.array(CallRecord) });

export const PageOfRecords = v.object({
	limit: v.pipe(
		v.optional(v.string(), '50'),
		v.regex(/^\d{1,3}$/, 'wrong-kind'),
		v.transform(Number),
		v.minValue(1, 'out-of-range'),
		v.maxValue(100, 'out-of-range'),
		v.description('1 to 100')
	),
	cursor: v.pipe(
		v.optional(v.pipe(v.string(), v.maxLength(200, 'wrong-kind'))),
		v.description('`next` of the answer before. The oldest come first, so that new ones come at the end.')
	)
});
