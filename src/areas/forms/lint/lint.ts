import type { Question, StoredForm } from '../question.ts';
import { findingCodes, severities, type Finding, type Said } from './finding.ts';
import { rules } from './rules.ts';
import { wordingOf } from './wording.ts';

export type LintOptions = {
	/** Words for who sees an answer that many people read under: personal data does not belong there. */
	seenByMany?: readonly string[];
};

/**
 * What a careful colleague would say of a form, question by question, the gravest of each first. It proposes and keeps
 * nothing back: a person decides, and may set a finding aside with a reason.
 */
export function lintForm(form: StoredForm, { seenByMany = [] }: LintOptions = {}): Finding[] {
	const questions = form.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions));
	const wordings = questions.map((question) => wordingOf(question, form.main));
	const each = questions.flatMap((question, n) => {
		const before = { earlier: questions.slice(0, n), earlierWordings: wordings.slice(0, n) };
		const asked = { question, wording: wordings[n]!, ...before, form, seenByMany };
		return inOrder(rules.flatMap((rule) => rule(asked))).map((said) => findingOf(question.key, said));
	});
	return [...each, ...ofTheWhole(questions)];
}

/** Somebody must be reached to be told what was decided. */
function ofTheWhole(questions: readonly Question[]): Finding[] {
	const reaches = questions.some(({ kind }) => ['email', 'telephone', 'address'].includes(kind));
	return questions.length && !reaches ? [findingOf(null, { code: 'no-way-to-reach' })] : [];
}

function inOrder(said: readonly Said[]): Said[] {
	return said.toSorted((a, b) => findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code));
}

function findingOf(question: string | null, said: Said): Finding {
	return { question, severity: severities[said.code], ...said };
}
