import { countWords } from '#shared/word-count';
import { isBlank, sizeOf, mostText, type KeptFile, type Typed } from './answer.ts';
import { readDate } from './read-date.ts';
import { readEmail, readLink, readTelephone } from './read-address.ts';
import { readNumber } from './read-number.ts';
import { readAddress, readRanking, readYesNo } from './read-parts.ts';
import type { Question, QuestionKind } from './question.ts';
import { wrong, type Reading } from './reading.ts';
import { kindsFor } from './recording.ts';

/** The one place where what was typed becomes an answer. Kind to how people write; an empty answer is not wrong. */
export function read(question: Question, typed: Typed | undefined): Reading {
	if (isBlank(typed)) return { value: null };
	if (sizeOf(typed!) > mostText) return wrong('too-long');
	const reader = readers[question.kind] as (question: Question, typed: Typed) => Reading;
	return reader(question, typed!);
}

type Readers = {
	[K in QuestionKind]: (question: Extract<Question, { kind: K }>, typed: Typed) => Reading;
};

const readers: Readers = {
	'short-text': (question, typed) => readText(question, textOf(typed).replace(/\s+/g, ' ')),
	'long-text': (question, typed) => readText(question, textOf(typed)),
	choice: ({ options }, typed) => readOne(options, textOf(typed)),
	several: (question, typed) => readSeveral(question, listOf(typed)),
	ranking: (question, typed) => readRanking(question, typed),
	'yes-no': (question, typed) => readYesNo(question, typed),
	address: (_, typed) => readAddress(typed),
	number: (question, typed) => readNumber(question, textOf(typed)),
	date: (question, typed) => readDate(question, typed),
	email: (_, typed) => readEmail(textOf(typed)),
	telephone: (_, typed) => readTelephone(textOf(typed)),
	link: (_, typed) => readLink(textOf(typed)),
	file: (_, typed) => (isFile(typed) ? { value: typed } : wrong('wrong-kind')),
	recording: ({ media }, typed) =>
		isFile(typed) && kindsFor(media).includes(typed.kind) ? { value: typed } : wrong('wrong-kind'),
	statement: (_, typed) => (textOf(typed) === 'yes' ? { value: true } : wrong('not-agreed'))
};

function readText({ maxWords }: { maxWords?: number }, text: string): Reading {
	const words = countWords(text);
	if (maxWords !== undefined && words > maxWords) return wrong('too-many-words', { words, limit: maxWords });
	return { value: text.trim() };
}

function readOne(options: readonly { value: string }[], text: string): Reading {
	return options.some(({ value }) => value === text) ? { value: text } : wrong('not-an-option');
}

function readSeveral({ options, atMost }: Extract<Question, { kind: 'several' }>, list: string[]): Reading {
	const chosen = options.map(({ value }) => value).filter((value) => list.includes(value));
	if (list.some((value) => !chosen.includes(value))) return wrong('not-an-option');
	if (atMost !== undefined && chosen.length > atMost) return wrong('too-many-options', { limit: atMost });
	return { value: chosen };
}

function textOf(typed: Typed): string {
	return typeof typed === 'string' ? typed : '';
}

function listOf(typed: Typed): string[] {
	return Array.isArray(typed) ? typed : [textOf(typed)];
}

function isFile(typed: Typed): typed is KeptFile {
	return typeof typed === 'object' && typed !== null && 'file' in typed;
}
