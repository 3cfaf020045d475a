import type { Option, Question } from '../question.ts';
import type { Words } from '../words.ts';
import { valueCell } from './choices.ts';
import { wordsCell } from './facts.ts';
import type { Names } from './names.ts';
import type { Written } from './write-row.ts';

type Choice = { name: string; option: Option };
export type List = { name: string; choices: Choice[] };

/** The sheet of choices as questions need it: those with the same options share a list. */
export class Lists {
	#lists = new Map<string, List>();
	#names: Names;
	constructor(names: Names) {
		this.#names = names;
	}

	for(question: Question): List | undefined {
		const options = optionsOf(question);
		if (!options) return undefined;
		const content = JSON.stringify(options);
		const known = this.#lists.get(content);
		if (known) return known;
		const list = {
			name: this.#names.take(`${this.#names.ofQuestion(question.key)}-list`),
			choices: choicesOf(options)
		};
		this.#lists.set(content, list);
		return list;
	}

	/** An empty list, which ODK refuses, has a place holder: another part of Placard fills it when the form is asked. */
	rows(say: (words: Words, row: Written) => Written): Written[] {
		return [...this.#lists.values()].flatMap(({ name, choices }): Written[] => {
			if (!choices.length)
				return [say({ text: '…' }, { list_name: name, name: 'placeholder', placard_part: 'placeholder' })];
			return choices.map(({ name: choice, option: { value, label, help } }) =>
				say(label, {
					list_name: name,
					name: choice,
					placard_value: value === choice ? '' : valueCell(value),
					placard_help: wordsCell(help)
				})
			);
		});
	}
}

function optionsOf(question: Question): readonly Option[] | undefined {
	if (question.kind === 'yes-no')
		return (['yes', 'no'] as const).map((value) => ({ value, label: { message: `form_${value}` } }));
	return 'options' in question ? question.options : undefined;
}

/** Values may have spaces and quotation marks, names may not. */
function choicesOf(options: readonly Option[]): Choice[] {
	const taken = new Set(options.map(({ value }) => value).filter(isName));
	return options.map((option) => {
		if (isName(option.value)) return { name: option.value, option };
		const plain = option.value.replace(/[^\p{L}\p{N}_.-]+/gu, '_').slice(0, 60) || 'choice';
		let name = plain;
		for (let n = 2; taken.has(name); n++) name = `${plain}_${n}`;
		taken.add(name);
		return { name, option };
	});
}

const isName = (value: string) => /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(value);
