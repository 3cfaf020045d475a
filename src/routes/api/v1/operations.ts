import * as v from 'valibot';
import {
	CallRecord,
	CallRecords,
	callJson,
	ExpressionRecord,
	expressionRecord,
	ExpressionRecords,
	FormLines,
	formLines,
	FormRecord,
	formRecord,
	latestFirst,
	noteRecord,
	NoteRecords,
	NoteWords,
	PageOfRecords
} from '#areas/programmes';
import {
	listCalls,
	pageExpressions,
	pageForms,
	readNotes,
	readRecord,
	showCall,
	showFormVersion,
	writeNote
} from '#areas/programmes/server';
import { operation } from '#server/api';
import { caseOperations } from './case-operations.ts';

const addressOf = (origin: string, slug: string) => `${origin}/programmes/${slug}`;
const one = '/programmes/{slug}/applications/{reference}';

/** Everything that a program may ask for, each by the use case that does it. */
export const operations = [
	operation({
		id: 'listProgrammes',
		method: 'get',
		path: '/programmes',
		scope: null,
		summary: 'Calls that anybody may read: open, announced and past.',
		answer: CallRecords,
		useCase: listCalls,
		as: (list, { origin }) => ({
			programmes: latestFirst(list).map((call) => callJson(call, addressOf(origin, call.slug)))
		})
	}),
	operation({
		id: 'showProgramme',
		method: 'get',
		path: '/programmes/{slug}',
		scope: null,
		summary: 'One call, with its dates as instants, zones and sentences.',
		answer: CallRecord,
		useCase: showCall,
		as: (call, { origin }) => callJson(call, addressOf(origin, call.slug))
	}),
	operation({
		id: 'listApplications',
		method: 'get',
		path: '/programmes/{slug}/applications',
		scope: 'applications:read',
		summary:
			'What was sent to a call and not withdrawn, the oldest first. Never drafts, access needs or equality answers.',
		query: PageOfRecords,
		answer: ExpressionRecords,
		useCase: pageExpressions,
		as: ({ views, next }) => ({ applications: views.map(expressionRecord), next })
	}),
	operation({
		id: 'showApplication',
		method: 'get',
		path: one,
		scope: 'applications:read',
		summary: 'One application that was sent.',
		answer: ExpressionRecord,
		useCase: readRecord,
		as: expressionRecord
	}),
	operation({
		id: 'listNotes',
		method: 'get',
		path: `${one}/notes`,
		scope: 'notes:read',
		summary: 'What staff noted beside an application.',
		answer: NoteRecords,
		useCase: readNotes,
		as: (notes) => ({ notes: notes.map(noteRecord) })
	}),
	operation({
		id: 'writeNote',
		method: 'post',
		path: `${one}/notes`,
		scope: 'notes:write',
		summary: 'Notes something for colleagues. The applicant may ask for it.',
		body: v.object({ note: NoteWords }),
		answer: v.object({ id: v.pipe(v.string(), v.uuid()) }),
		useCase: writeNote,
		as: ({ id }) => ({ id })
	}),
	...caseOperations,
	operation({
		id: 'listForms',
		method: 'get',
		path: '/programmes/{slug}/forms',
		scope: 'forms:read',
		summary: "The versions of a call's form that were published, the oldest first.",
		query: PageOfRecords,
		answer: FormLines,
		useCase: pageForms,
		as: ({ lines, next }) => formLines(lines, next)
	}),
	operation({
		id: 'showForm',
		method: 'get',
		path: '/programmes/{slug}/forms/{number}',
		scope: 'forms:read',
		summary: 'One version of the form, and the JSON Schema of what its answers mean.',
		answer: FormRecord,
		useCase: showFormVersion,
		as: formRecord
	})
];
