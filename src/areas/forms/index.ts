export {
	isBlank,
	isSame,
	mostText,
	sizeOf,
	typedIn,
	type AddressParts,
	type Answer,
	type Answers,
	type KeptFile,
	type Typed,
	type Value,
	type YesNo
} from './answer.ts';
export { answersShape } from './answers-shape/answers-shape.ts';
export { changesBetween, changeSentence, type FormChange } from './changes.ts';
export { conditionSentence } from './condition-words.ts';
export { asked, isAsked } from './conditions.ts';
export { faultSentence } from './fault-words.ts';
export { followOf, shownOn } from './follow.ts';
export { FormShape, formShapes } from './form.schema.ts';
export { formAsJson, formFromJson, readForm, type Fault, type FormRead } from './form-json.ts';
export type {
	Condition,
	Form,
	Kind,
	Option,
	Page,
	Question,
	QuestionKind,
	Rule,
	Section,
	StoredForm
} from './question.ts';
export {
	meanings,
	nextPage,
	obstacles,
	pagesAsked,
	pagesOf,
	placeOf,
	questionsOf,
	setAside,
	stateOf,
	wrongWith,
	type Obstacle,
	type SectionState
} from './progress.ts';
export { mapQuestions, mapWords } from './map-form.ts';
export { markOf, saysTheSame } from './mark.ts';
export { unready } from './unready.ts';
export { read } from './read.ts';
export { kindsFor, media, playsAs, type Medium } from './recording.ts';
export type { Reading, Wrong } from './reading.ts';
export {
	answerLangs,
	answerText,
	retyped,
	showQuestion,
	typedText,
	wrongSentence,
	type ShownOption,
	type ShownQuestion
} from './show.ts';
export { saidIn, say, type MessageKey, type Said, type Words } from './words.ts';
export {
	addQuestion,
	addSection,
	changePage,
	changeQuestion,
	changeSection,
	questionKey
} from './editing/add.ts';
export { breakPage, joinPage, moveQuestion, moveSection, type Way } from './editing/move.ts';
export { freeKey } from './editing/places.ts';
export { putBack, removeQuestion, removeSection, type Removed } from './editing/remove.ts';
export { library, shelves, type Shelf, type WellMade } from './library/library.ts';
export { findingCodes, type Finding, type FindingCode, type Severity } from './lint/finding.ts';
export { sayFinding, type FindingShown } from './lint/finding-words.ts';
export { lintForm } from './lint/lint.ts';
