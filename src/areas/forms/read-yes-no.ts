import { countWords } from '#shared/word-count';
import { isBlank, type Typed, type YesNo } from './answer.ts';
import type { Question } from './question.ts';
import { wrong, type Reading } from './reading.ts';

type Asked = Pick<Extract<Question, { kind: 'yes-no' }>, 'reason' | 'maxWords' | 'required'>;

/** The reason belongs to the answer that asks for it, and is needed where the answer is. */
export function readYesNo({ reason: after, maxWords, required }: Asked, typed: Typed): Reading {
	const { answer, reason } = isYesNo(typed) ? typed : { answer: plainAnswer(typed), reason: '' };
	if (answer !== 'yes' && answer !== 'no') return wrong(isBlank(answer) ? 'answer-missing' : 'not-an-option');
	const why = after === 'either' || after === answer ? reason.trim() : '';
	const words = countWords(why);
	if (maxWords !== undefined && words > maxWords) return wrong('too-many-words', { words, limit: maxWords });
	if (required && !why && (after === 'either' || after === answer)) return wrong('reason-missing');
	return { value: { answer, reason: why } };
}

function plainAnswer(typed: Typed): string {
	return typeof typed === 'string' ? typed.trim() : '';
}

function isYesNo(typed: Typed): typed is YesNo {
	return typeof typed === 'object' && typed !== null && 'answer' in typed;
}
