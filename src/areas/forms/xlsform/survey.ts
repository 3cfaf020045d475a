import { most } from '../shape.ts';
import type { Section } from '../question.ts';
import type { Words } from '../words.ts';
import type { Choices } from './choices.ts';
import { isKey, keyFor } from './keys.ts';
import { noted } from './notes.ts';
import { Pages, type Holder } from './pages.ts';
import { QuestionReader, type QuestionType } from './read-question.ts';
import { lineFor, type Reason, type ReportLine } from './report.ts';
import type { Line, Table } from './table.ts';
import { typeIn } from './types.ts';
import type { Spoken } from './words.ts';
import { parse, type Expression } from './xpath.ts';

/** A group or repeat that is open while its rows are read. */
type Frame = {
	holder: Holder | undefined;
	what: 'group' | 'repeat';
	relevant: Expression | undefined;
};
type Asked = { seenBy: string; title: Words };

/** Reads the sheet of questions from its first row to its last, and says of each what became of it. */
export class Survey {
	readonly lines: ReportLine[] = [];
	#frames: Frame[] = [];
	#root = {};
	#pages: Pages;
	#spoken: Spoken;
	#questions: QuestionReader;
	#count = 0;
	constructor(table: Table, choices: Choices, spoken: Spoken, { seenBy, title }: Asked) {
		this.#spoken = spoken;
		this.#pages = new Pages(spoken, title);
		this.#questions = new QuestionReader(choices, spoken, seenBy);
		for (const line of table.lines) this.#read(line);
	}

	sections(): Section[] {
		return this.#pages.end();
	}

	#read(line: Line): void {
		const cell = (name: string) => line.cells.get(name) ?? '';
		if (/^(yes|true|true\(\)|1)$/i.test(cell('disabled')))
			return this.#say(line, [{ code: 'disabled' }], true);
		const type = typeIn(cell('type'));
		if (type.is === 'question') return this.#question(line, type);
		if (type.is === 'note') return this.#note(line);
		if (type.is === 'unread') return this.#unread(line, type.why);
		return type.is === 'begin' ? this.#begin(line, type.what) : this.#end(line);
	}

	#question(line: Line, type: QuestionType): void {
		if (this.#questions.isPart(line)) return this.#say(line, []);
		if (this.#count >= most.questions)
			return this.#say(line, [{ code: 'too-many', most: most.questions }], true);
		const { questions, why } = this.#questions.read(line, type, this.#relevant());
		const { of, holder } = this.#here();
		const isPlaced = questions.every((question) => this.#pages.add(question, of, holder));
		this.#count += questions.length;
		const room = isPlaced ? [] : [{ code: 'no-room' }];
		const repeated = this.#frames.some(({ what }) => what === 'repeat') && questions.length;
		this.#say(
			line,
			[...why, ...(repeated ? [{ code: 'asked-once' }] : []), ...room],
			!questions.length || !isPlaced,
			questions[0]?.key
		);
	}

	/** The innermost group says what stands together. */
	#here(): { of: object; holder: Holder | undefined } {
		const frame = this.#frames.at(-1);
		return { of: frame ?? this.#root, holder: frame?.holder };
	}

	#relevant(): Expression[] {
		return this.#frames.flatMap(({ relevant }) => relevant ?? []);
	}

	#begin(line: Line, what: 'group' | 'repeat'): void {
		const part = line.cells.get('placard::part');
		const title = noted(line, 'label', this.#spoken, most.label);
		const isOurs = part === 'section' || part === 'page';
		const given = line.cells.get('placard::key') ?? '';
		const key = isOurs ? (isKey(given) ? given : keyFor(given)) : undefined;
		const named = title ?? (isOurs ? undefined : { text: titleFrom(line.cells.get('name') ?? '') });
		const { relevant, lost } = this.#condition(line);
		const frame: Frame = { holder: undefined, what, relevant };
		const together = /\bfield-list\b|\btable-list\b/.test(line.cells.get('appearance') ?? '');
		const isSection = part === 'section' || (part !== 'page' && !this.#frames.length);
		const holder = { title: isOurs ? title : named, key, isOurs };
		if (isSection) this.#pages.beginSection({ ...holder, title: named });
		if (!isSection || (together && !isOurs)) frame.holder = holder;
		this.#frames.push(frame);
		if (frame.holder) this.#pages.beginPage(frame, holder);
		const nested: Reason[] = !isOurs && this.#frames.length > 2 ? [{ code: 'group-within' }] : [];
		const repeat: Reason[] = what === 'repeat' ? [{ code: 'repeat' }] : [];
		const untitled: Reason[] = title || isOurs ? [] : [{ code: 'group-without-label' }];
		this.#say(
			line,
			[...repeat, ...nested, ...untitled, ...lost, ...this.#questions.unread(line)],
			what === 'repeat'
		);
	}

	/** A condition of a group that we cannot say is said to be lost once, at the group. */
	#condition(line: Line): { relevant: Expression | undefined; lost: Reason[] } {
		const text = line.cells.get('relevant');
		if (text === undefined) return { relevant: undefined, lost: [] };
		const relevant = parse(text);
		if (relevant && this.#questions.canSay(relevant)) return { relevant, lost: [] };
		return {
			relevant: undefined,
			lost: [{ code: 'group-condition-not-taken', expression: text.slice(0, 200) }]
		};
	}

	#end(line: Line): void {
		const frame = this.#frames.pop();
		this.#say(line, frame ? [] : [{ code: 'end-without-begin' }], !frame);
	}

	#note(line: Line): void {
		const text =
			noted(line, 'label', this.#spoken, most.help) ?? noted(line, 'hint', this.#spoken, most.help);
		if (!text) return this.#say(line, [{ code: 'note-empty' }], true);
		if (line.cells.has('relevant') || this.#relevant().length)
			return this.#say(line, [{ code: 'note-with-condition' }], true);
		const { of, holder } = this.#here();
		const fits = this.#pages.note(text, of, holder);
		const why = fits ? this.#questions.unread(line) : [{ code: 'note-too-long', most: most.help }];
		this.#say(line, why, !fits);
	}

	#unread(line: Line, why: string): void {
		if (why === 'type-missing' && !line.cells.has('name') && !line.cells.has('label')) why = 'remark';
		this.#say(line, [{ code: why }], true);
	}

	#say(line: Line, why: Reason[], not = false, key?: string): void {
		const cell = (name: string) => line.cells.get(name) ?? '';
		const said = lineFor('survey', line.row, cell('type'), cell('name'), why, not);
		this.lines.push(key === undefined ? said : { ...said, key });
	}
}

function titleFrom(name: string): string {
	return name.replace(/[_-]+/g, ' ').trim() || '…';
}
