import * as v from 'valibot';
import { neededText, text, ticked } from '#shared/fields';
import { isEmailAddress } from '#shared/email-address';
import { locales } from '#words/addresses';
import { BySlug } from '../server/calls.ts';

export const mostOfQuestion = 2000;
export const mostOfAnswer = 5000;

export const AskQuestion = v.object({
	...BySlug.entries,
	question: neededText(mostOfQuestion),
	email: v.pipe(
		text(254),
		v.check((value) => value === '' || isEmailAddress(value), 'not-an-email')
	)
});

const Id = v.pipe(v.string(), v.uuid());
export const ByQuestion = v.object({ ...BySlug.entries, id: Id });

/** What everybody will read. */
const ForAll = {
	question: neededText(mostOfQuestion),
	answer: neededText(mostOfAnswer),
	language: v.picklist(locales, 'missing'),
	/** Read again: nobody is recognised by what was pointed out. */
	anyway: ticked
};

export const PublishAnswer = v.object({
	...ByQuestion.entries,
	...ForAll,
	/** Other questions that it answers too. */
	also: v.optional(
		v.pipe(
			v.union([v.array(Id), Id]),
			v.transform((value) => [value].flat())
		),
		() => []
	),
	/** It changes something for whoever is writing an application. */
	changes: ticked
});

export const ChangeAnswer = v.object({
	...ByQuestion.entries,
	...ForAll,
	edition: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()),
	changes: ticked
});

export const AnswerPrivately = v.object({ ...ByQuestion.entries, answer: neededText(mostOfAnswer) });
export const PointToAnswer = v.object({
	...ByQuestion.entries,
	published: v.pipe(v.string('missing'), v.uuid('missing'))
});
