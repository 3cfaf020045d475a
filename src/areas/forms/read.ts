import type { KeptFile, Typed } from './answer.ts';
import { readDate } from './read-date.ts';
import { readEmail, readLink, readTelephone } from './read-address.ts';
import { readAddress, readRanking } from './read-parts.ts';
import { plainReaders, readBy, textOf } from './read-plain.ts';
import type { Question, QuestionKind } from './question.ts';
import { wrong, type Reading } from './reading.ts';
import { kindsFor } from './recording.ts';

/** The one place where what was typed becomes an answer. Kind to how people write; an empty answer is not wrong. */
export function read(question: Question, typed: Typed | undefined): Reading {
	return readBy(readers[question.kind] as (question: Question, typed: Typed) => Reading, question, typed);
}

type Readers = {
	[K in QuestionKind]: (question: Extract<Question, { kind: K }>, typed: Typed) => Reading;
};

const readers: Readers = {
	...plainReaders,
	ranking: (question, typed) => readRanking(question, typed),
	address: (_, typed) => readAddress(typed),
	date: (question, typed) => readDate(question, typed),
	email: (_, typed) => readEmail(textOf(typed)),
	telephone: (_, typed) => readTelephone(textOf(typed)),
	link: (_, typed) => readLink(textOf(typed)),
	file: (_, typed) => (isFile(typed) ? { value: typed } : wrong('wrong-kind')),
	recording: ({ media }, typed) =>
		isFile(typed) && kindsFor(media).includes(typed.kind) ? { value: typed } : wrong('wrong-kind')
};

function isFile(typed: Typed): typed is KeptFile {
	return typeof typed === 'object' && typed !== null && 'file' in typed;
}
