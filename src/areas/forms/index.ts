export {
	isBlank,
	isSame,
	mostText,
	sizeOf,
	typedIn,
	type Answer,
	type Answers,
	type KeptFile,
	type Typed,
	type Value
} from './answer.ts';
export type { Form, Kind, Option, Page, Question, QuestionKind, Section } from './question.ts';
export {
	obstacles,
	pagesOf,
	placeOf,
	questionsOf,
	stateOf,
	wrongWith,
	type Obstacle,
	type SectionState
} from './progress.ts';
export { read } from './read.ts';
export { kindsFor, media, playsAs, type Medium } from './recording.ts';
export type { Reading, Wrong } from './reading.ts';
export {
	answerText,
	retyped,
	showQuestion,
	typedText,
	wrongSentence,
	type ShownOption,
	type ShownQuestion
} from './show.ts';
export { say, type MessageKey, type Words } from './words.ts';
