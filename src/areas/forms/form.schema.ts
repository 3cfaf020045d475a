import * as v from 'valibot';
import { faultsAmong, type Path } from './form-faults.ts';
import { Condition, QuestionShape } from './kind.schema.ts';
import type { StoredForm } from './question.ts';
import { exactly, Help, Key, Label, Language, list, most } from './shape.ts';

const Page = exactly({
	key: Key,
	title: v.exactOptional(Label),
	help: v.exactOptional(Help),
	questions: list(QuestionShape, most.questionsOnAPage)
});
const Section = exactly({
	key: Key,
	title: Label,
	help: v.exactOptional(Help),
	pages: list(Page, most.pages)
});

const Entries = exactly({
	format: v.literal(1, 'unknown-format'),
	main: Language,
	others: list(Language, 20),
	sections: list(Section, most.sections)
});

/** Typed the other way round as well: what is written in question.ts is what may be kept. */
const AsStored: v.GenericSchema<unknown, StoredForm> = Entries;

/**
 * The one shape of a form that is kept: browser, server, files and API are judged by it. Sections and pages may still
 * be empty, so that a form can be written part by part; `unready` says what keeps it from being published.
 */
export const FormShape = v.pipe(
	AsStored,
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		for (const { code, path } of faultsAmong(dataset.value))
			addIssue({ message: code, path: pathIn(dataset.value, path) });
	})
);

/** What the shape of a form is made of, by the names under which a document can refer to it. */
export const formShapes = {
	Form: FormShape,
	Question: QuestionShape,
	Condition,
	Words: Label,
	LongWords: Help
} satisfies Record<string, v.GenericSchema>;

/** Valibot's way of naming a place. */
function pathIn(form: StoredForm, path: Path): [v.IssuePathItem, ...v.IssuePathItem[]] {
	let value: unknown = form;
	const items = path.map((key): v.IssuePathItem => {
		const input = value;
		value = (input as Record<string | number, unknown>)[key];
		return { type: 'unknown', origin: 'value', input, key, value };
	});
	return items as [v.IssuePathItem, ...v.IssuePathItem[]];
}
