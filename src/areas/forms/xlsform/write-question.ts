import type { Condition, Kind, Question } from '../question.ts';
import { saysTheSame } from '../mark.ts';
import type { Words } from '../words.ts';
import { conditionIn, type Sources } from './conditions-in.ts';
import { expressionFor, type Named } from './conditions-out.ts';
import { factsFor, jsonCell, yesOrNo } from './facts.ts';
import { keyFor } from './keys.ts';
import { constraintFor } from './limits.ts';
import type { Lists } from './lists.ts';
import type { Names } from './names.ts';
import { acceptFor, kindByPattern, ownIn } from './own.ts';
import { kindsOfType, typeFor, type Type } from './types.ts';
import { lineOf, withWords, type Written } from './write-row.ts';
import type { Spoken } from './words.ts';
import { parse, quoted } from './xpath.ts';

/** Writes questions as rows, and beside them what their columns would not give back. */
export class QuestionWriter {
	#byKey: Map<string, Question>;
	#names: Names;
	#lists: Lists;
	#spoken: Spoken;
	constructor(questions: readonly Question[], names: Names, lists: Lists, spoken: Spoken) {
		this.#byKey = new Map(questions.map((question) => [question.key, question]));
		this.#names = names;
		this.#lists = lists;
		this.#spoken = spoken;
	}

	rows(question: Question): Written[] {
		const name = this.#names.ofQuestion(question.key);
		const list = this.#lists.for(question);
		const { type, appearance = '', parameters = '' } = typeFor(question, list?.name ?? '');
		const written: Written = {
			type,
			name,
			appearance,
			parameters,
			constraint: constraintOf(question),
			required: requiredOf(question)
		};
		if (question.kind === 'file') written['body::accept'] = acceptFor(question.accept);
		const asked = {
			...written,
			...this.#when(question.when),
			...factsFor(question),
			...keyNote(question.key, name)
		};
		const said = this.#said(asked, question);
		return [{ ...said, ...kindNotes(question, said) }, ...this.#reason(question, name)];
	}

	#said(row: Written, { label, help, whenMissing }: Question): Written {
		const labelled = withWords(row, 'label', label, this.#spoken);
		return withWords(
			withWords(labelled, 'hint', help, this.#spoken),
			'required_message',
			whenMissing,
			this.#spoken
		);
	}

	#when(when: Condition | undefined): Written {
		if (!when) return {};
		const relevant = expressionFor(when, this.#named());
		const read = parse(relevant);
		const again = read && conditionIn([read], this.#sources());
		return {
			relevant,
			...(saysTheSame(again ?? null, when) ? {} : { 'placard::when': jsonCell(when) })
		};
	}

	#named(): Named {
		return {
			nameOf: (key) => this.#names.ofQuestion(key),
			questionOf: (key) => this.#byKey.get(key),
			choiceOf: (key, value) => this.#choices(key).find(({ option }) => option.value === value)?.name ?? value
		};
	}

	#sources(): Sources {
		const sources = [...this.#byKey.values()].map((question) => {
			const choices = this.#choices(question.key);
			const valueOf = (choice: string) => choices.find(({ name }) => name === choice)?.option.value;
			return [
				this.#names.ofQuestion(question.key),
				{ question, valueOf, choiceOf: (value: string) => value }
			] as const;
		});
		return new Map(sources);
	}

	#choices(key: string) {
		const question = this.#byKey.get(key);
		return (question && this.#lists.for(question)?.choices) ?? [];
	}

	/** Why yes or why no, as a question of its own for tools that have no such kind. */
	#reason(question: Question, name: string): Written[] {
		if (question.kind !== 'yes-no') return [];
		const label: Words = {
			message: question.reason === 'either' ? 'form_reason' : `form_reason_${question.reason}`
		};
		const relevant =
			question.reason === 'either' ? `\${${name}} != ''` : `\${${name}} = ${quoted(question.reason)}`;
		const constraint = constraintFor({
			kind: 'long-text',
			...(question.maxWords ? { maxWords: question.maxWords } : {})
		});
		const row = {
			type: 'text',
			name: this.#names.take(`${name}-reason`),
			appearance: 'multiline',
			relevant,
			constraint,
			'placard::part': 'reason'
		};
		return [withWords(row, 'label', label, this.#spoken)];
	}
}

function constraintOf(question: Question): string {
	return question.kind === 'yes-no' ? '' : constraintFor(question);
}

/** Where another answer may stand in for it, other tools must not insist. */
function requiredOf({ required, unless }: Question): string {
	return required === undefined || unless?.length ? '' : required ? 'yes' : 'no';
}

function keyNote(key: string, name: string): Written {
	return keyFor(name) === key ? {} : { 'placard::key': key };
}

/** What reading the row again would not find: its kind, and entries that no column tells. */
function kindNotes(question: Question, row: Written): Written {
	const type = row.type!.split(' ')[0] as Type;
	const line = lineOf(row);
	const usual =
		type === 'text' && row.appearance === 'multiline'
			? 'long-text'
			: (kindByPattern(type, line) ?? kindsOfType[type][0]);
	const { own } = ownIn(question.kind, type, line);
	const required = yesOrNo(row.required ?? '');
	const found: Record<string, unknown> = { ...own, ...(required === undefined ? {} : { required }) };
	const meant = ownOf(question);
	const names = [...new Set([...Object.keys(meant), ...Object.keys(found)])];
	const differ = names.filter((name) => !saysTheSame(meant[name] ?? null, found[name] ?? null));
	const details = Object.fromEntries(differ.map((name) => [name, meant[name] ?? null]));
	return {
		...(usual === question.kind ? {} : { 'placard::kind': question.kind }),
		...(differ.length ? { 'placard::details': jsonCell(details) } : {})
	};
}

const elsewhere = ['key', 'kind', 'label', 'help', 'options', 'unless', 'whenMissing', 'seenBy', 'personal', 'purpose', 'neededBy', 'keptMonths', 'when', 'keptFor']; // prettier-ignore

function ownOf(question: Kind): Record<string, unknown> {
	return Object.fromEntries(Object.entries(question).filter(([name]) => !elsewhere.includes(name)));
}
