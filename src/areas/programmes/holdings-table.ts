import { csvOf } from '#shared/csv';
import * as m from '#words';
import type { Holdings } from './server/holdings.ts';

/** An applicant's own answers as a table: section, question, answer. */
export function holdingsTable({ expression }: Holdings): string {
	const head = [m.apply_held_section(), m.apply_held_question(), m.apply_held_answer()];
	const rows = expression.sections.flatMap(({ title, answers }) =>
		answers.map(({ label, text }) => [title, label, text.join('; ')])
	);
	return csvOf([head, ...rows]);
}
