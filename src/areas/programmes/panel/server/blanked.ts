import type { Answers, Question } from '#areas/forms';
import * as m from '#words';
import { withoutNames } from '../blank.ts';
import type { AnswerView } from '../../server/expression-views.ts';
import type { Redactions } from './redaction.sql.ts';

/* words: for staff and the panel. */

/** How somebody on the panel reads: names or none, and what staff wrote in place of answers. */
export type PanelReader = { is: 'panel'; names: boolean; redactions: ReadonlyMap<string, Redactions> };

type Names = Parameters<typeof withoutNames>[1];

/** What is a name by itself, and is not asked of a panel that reads without names. */
export function isName({ key, kind, personal, ...question }: Question): boolean {
	if (key === 'group') return true;
	if ('autocomplete' in question && question.autocomplete) return true;
	return personal === true && !isTold({ kind });
}

/** Words, and recordings of words: they are the application, and are read without names. */
function isTold({ kind }: Pick<Question, 'kind'>): boolean {
	return kind === 'long-text' || isHeard({ kind });
}

/** What would give a name away by being heard, seen or opened. */
function isHeard({ kind }: Pick<Question, 'kind'>): boolean {
	return kind === 'file' || kind === 'recording' || kind === 'link';
}

/** Who this is, by what they wrote. */
export function namesIn(answers: Answers, questions: readonly Question[]): Names {
	const said = questions.filter(isName).flatMap((question): [Question, string][] => {
		const value = answers[question.key]?.value;
		return typeof value === 'string' ? [[question, value]] : [];
	});
	const isPerson = ({ key, kind }: Question) =>
		key === 'contact-name' || (kind === 'short-text' && key !== 'group');
	return {
		groups: said.filter(([question]) => !isPerson(question)).map(([, value]) => value),
		people: said.filter(([question]) => isPerson(question)).map(([, value]) => value)
	};
}

type Beside = { reader: PanelReader; expression: string; version: number | undefined; names: Names };

/**
 * An answer as the panel reads it. What staff wrote in its place stands there in every phase; where the answer was changed
 * since, nothing does. Without names, what tells a name is taken out, and what may tell one is kept back.
 */
export function blankedFor(view: AnswerView, question: Question, beside: Beside): AnswerView {
	const { reader, expression, version, names } = beside;
	const { file: _, transcript: __, langs: ___, ...words } = view;
	const redaction = reader.redactions.get(expression)?.[question.key];
	if (redaction)
		return { ...words, text: [redaction.version === version ? redaction.words : m.panel_being_checked()] };
	if (reader.names || view.deleted) return view;
	if (!isTold(question)) return { ...view, text: view.text.map((text) => withoutNames(text, names)) };
	const told = isHeard(question) ? view.transcript?.words : view.text.join('\n');
	if (told === undefined) return { ...words, text: view.text.length ? [m.panel_kept_back()] : [] };
	return { ...words, text: [withoutNames(told, names)] };
}
