import * as v from 'valibot';
import { neededText, text } from '#shared/fields';
import { ByReference, SaveAnswers } from '../expression.schema.ts';
import { InCall, WallTime } from '../expression-desk.schema.ts';
import { mostReopened } from './asking.ts';

const Named = v.optional(
	v.pipe(
		v.union([v.array(v.string()), v.string()], 'wrong-kind'),
		v.transform((value) => [...new Set([value].flat())].filter(Boolean)),
		v.array(v.pipe(v.string(), v.maxLength(80, 'too-long'))),
		v.minLength(1, 'missing'),
		v.maxLength(mostReopened, 'too-many-lines')
	),
	() => []
);

export const AskForMore = v.object({
	...InCall.entries,
	questions: v.pipe(Named, v.minLength(1, 'missing')),
	why: neededText(2000),
	until: WallTime
});

export const MoveReopening = v.object({ ...InCall.entries, until: WallTime });

export const AnswerMore = v.object({
	...ByReference.entries,
	fields: SaveAnswers.entries.fields,
	then: SaveAnswers.entries.then
});

/** The applicant has said all there is to say, or cannot, and may say why. */
export const EndAnswering = v.object({
	...ByReference.entries,
	how: v.picklist(['answered', 'cannot'], 'missing'),
	words: text(2000)
});
