import type { Condition, Question, QuestionKind } from '../question.ts';
import { most } from '../shape.ts';
import type { Choices } from './choices.ts';
import { conditionIn, type Source } from './conditions-in.ts';
import { expressionFor } from './conditions-out.ts';
import { factsIn, jsonIn, present, yesOrNo } from './facts.ts';
import { isKey, keyFor, Keys } from './keys.ts';
import { noted } from './notes.ts';
import { otherFor } from './or-other.ts';
import { kindByPattern, ownIn } from './own.ts';
import type { Reason } from './report.ts';
import type { Line } from './table.ts';
import { isChoice, kindsOfType, type Type, type TypeRead } from './types.ts';
import { unreadColumns } from './unread.ts';
import { isStyled, type Spoken } from './words.ts';
import { parse, type Expression } from './xpath.ts';

export type QuestionType = Extract<TypeRead, { is: 'question' }>;
type Read = { questions: Question[]; why: Reason[] };

/** One row after the other as questions; what came before is known, since conditions are about that. */
export class QuestionReader {
	#sources = new Map<string, Source>();
	#keys = Keys.forQuestions();
	#choices: Choices;
	#spoken: Spoken;
	#seenBy: string;
	#last: Question | undefined;
	constructor(choices: Choices, spoken: Spoken, seenBy: string) {
		this.#choices = choices;
		this.#spoken = spoken;
		this.#seenBy = seenBy;
	}

	/** The row that asks why, below a question of yes or no, is part of that. */
	isPart(line: Line): boolean {
		return line.cells.get('placard::part') === 'reason' && this.#last?.kind === 'yes-no';
	}

	/** Could a condition of ours say this, of the questions so far? */
	canSay(expression: Expression): boolean {
		return conditionIn([expression], this.#sources) !== undefined;
	}

	unread(line: Line): Reason[] {
		const styled = [...line.cells].some(([key, text]) => /^(label|hint)(::|$)/.test(key) && isStyled(text));
		const filled = [...line.cells].some(
			([key, text]) => /^(label|hint)(::|$)/.test(key) && text.includes('${')
		);
		const columns = unreadColumns(line);
		const cut = [...line.cells].some(([key, text]) => isCut(key, text));
		return [
			...(cut ? [{ code: 'text-cut' }] : []),
			...(filled && !line.cells.has('placard::label') ? [{ code: 'answer-in-text' }] : []),
			...(styled && !line.cells.has('placard::label') ? [{ code: 'styled' }] : []),
			...(columns.length ? [{ code: 'columns', columns: columns.join(', ').slice(0, 300) }] : [])
		];
	}

	read(line: Line, asked: QuestionType, outer: readonly Expression[]): Read {
		if (yesOrNo(line.cells.get('read_only') ?? '')) return refuse('read-only');
		if (yesOrNo(line.cells.get('relevant') ?? '') === false) return refuse('never-asked');
		const list = isChoice(asked.type) ? this.#choices.use(asked.list) : undefined;
		if (isChoice(asked.type) && !list)
			return { questions: [], why: [{ code: 'list-unknown', list: asked.list.slice(0, 100) }] };
		const kind = kindIn(line, asked.type);
		const { own, why } = ownIn(kind, asked.type, line);
		const options = list && kind !== 'yes-no' ? { options: [...list.options] } : {};
		const { words, said } = this.#words(line);
		const { facts, why: unclear } = factsIn(line, this.#seenBy);
		const required = this.#required(line);
		const { when, lost } = this.#when(line, outer);
		const name = line.cells.get('name') ?? '';
		const key = this.#key(line, name, kind);
		const base = {
			key,
			kind,
			...words,
			...own,
			...options,
			...required.entry,
			...facts,
			...(when ? { when } : {})
		};
		const question = detailed(base, line) as Question;
		this.#know(name, question, list?.byName);
		const other = asked.orOther ? otherFor(question, this.#keys, this.#spoken) : undefined;
		const reasons = [...said, ...why, ...unclear, ...required.why, ...lost, ...this.unread(line)];
		if (asked.type === 'range') reasons.push({ code: 'range-as-number' });
		if (kind !== kindsOfType[asked.type][0] && !line.cells.has('placard::kind') && kind !== 'long-text')
			reasons.push({ code: 'pattern-as-kind' });
		if (other) reasons.push({ code: 'or-other' });
		return { questions: other ?? [question], why: reasons };
	}

	#words(line: Line): { words: Pick<Question, 'label' | 'help' | 'whenMissing'>; said: Reason[] } {
		const label = noted(line, 'label', this.#spoken, most.label);
		const help = noted(line, 'hint', this.#spoken, most.help);
		const whenMissing = noted(line, 'required_message', this.#spoken, most.help);
		const name = line.cells.get('name') ?? '';
		const said: Reason[] = label ? [] : [{ code: help ? 'hint-as-label' : 'name-as-label' }];
		const words = present({
			label: label ?? help ?? { text: name || '…' },
			help: label ? help : undefined,
			whenMissing
		});
		return { words, said };
	}

	#required(line: Line): { entry: { required?: boolean }; why: Reason[] } {
		const text = line.cells.get('required');
		const required = text === undefined ? undefined : yesOrNo(text);
		if (text !== undefined && required === undefined)
			return { entry: {}, why: [{ code: 'required-when', expression: text.slice(0, 200) }] };
		const isOurs = line.cells.has('placard::seen_by');
		return { entry: required || (required === false && isOurs) ? { required } : {}, why: [] };
	}

	/** Its own condition and those of the groups around it, as far as ours can say all of them. */
	#when(line: Line, outer: readonly Expression[]): { when?: Condition; lost: Reason[] } {
		const text = line.cells.get('relevant');
		const own = text === undefined ? [] : [parse(text)];
		const exact = this.#exactly(line, text);
		if (exact) return { when: exact, lost: [] };
		const all = [...outer, ...own];
		if (!all.length) return { lost: [] };
		const when = all.includes(undefined) ? undefined : conditionIn(all as Expression[], this.#sources);
		const rules = when && ('all' in when ? when.all : when.any);
		if (!rules || rules.length > most.rules) return { lost: [this.#lost(text, own[0])] };
		return { ...(rules.length ? { when: when! } : {}), lost: [] };
	}

	#lost(text: string | undefined, own: Expression | undefined): Reason {
		if (text === undefined || (own && this.canSay(own))) return { code: 'conditions-together' };
		return { code: 'condition-not-taken', expression: text.slice(0, 200) };
	}

	/** What an expression cannot tell apart stands beside it, and counts while the expression is as it was. */
	#exactly(line: Line, text = ''): Condition | undefined {
		const found = jsonIn(line.cells.get('placard::when') ?? '') as Condition | undefined;
		if (!found || typeof found !== 'object') return undefined;
		try {
			return expressionFor(found, this.#naming()) === text ? found : undefined;
		} catch {
			return undefined;
		}
	}

	#naming() {
		const byKey = new Map(
			[...this.#sources].map(([name, source]) => [source.question.key, { name, source }])
		);
		return {
			nameOf: (key: string) => byKey.get(key)?.name ?? '',
			questionOf: (key: string) => byKey.get(key)?.source.question,
			choiceOf: (key: string, value: string) => byKey.get(key)?.source.choiceOf(value) ?? value
		};
	}

	#key(line: Line, name: string, kind: QuestionKind): string {
		const given = line.cells.get('placard::key');
		if (given !== undefined && isKey(given) && this.#keys.isFree(given, kind))
			return this.#keys.take(given, kind);
		return this.#keys.take(keyFor(name), kind);
	}

	#know(name: string, question: Question, byName: ReadonlyMap<string, string> | undefined): void {
		this.#last = question;
		if (!name || this.#sources.has(name)) return;
		const names = new Map([...(byName ?? [])].map(([choice, value]) => [value, choice]));
		this.#sources.set(name, {
			question,
			valueOf: (choice) =>
				question.kind === 'yes-no' && (choice === 'yes' || choice === 'no') ? choice : byName?.get(choice),
			choiceOf: (value) => names.get(value) ?? value
		});
	}
}

function isCut(key: string, text: string): boolean {
	const longest = /^label(::|$)/.test(key)
		? most.label
		: /^(hint|required_message)(::|$)/.test(key)
			? most.help
			: Infinity;
	return text.length > longest;
}

function refuse(code: string): Read {
	return { questions: [], why: [{ code }] };
}

function kindIn(line: Line, type: Type): QuestionKind {
	const kinds: readonly QuestionKind[] = kindsOfType[type];
	const said = kinds.find((kind) => kind === line.cells.get('placard::kind'));
	if (said) return said;
	if (
		type === 'text' &&
		(/\bmultiline\b/.test(line.cells.get('appearance') ?? '') ||
			/\brows *=/.test(line.cells.get('parameters') ?? '') ||
			line.cells.has('body::rows'))
	)
		return 'long-text';
	return kindByPattern(type, line) ?? kinds[0]!;
}

/** Entries of its kind that no column tells; null: not there, though a column seems to say so. */
function detailed(question: object, line: Line): object {
	const details = jsonIn(line.cells.get('placard::details') ?? '');
	if (typeof details !== 'object' || details === null || Array.isArray(details)) return question;
	const allowed = Object.entries(details).filter(
		([name]) => !['key', 'kind', 'label', 'options', 'seenBy', '__proto__'].includes(name)
	);
	const merged = Object.entries({ ...question, ...Object.fromEntries(allowed) });
	return Object.fromEntries(merged.filter(([, value]) => value !== null));
}
