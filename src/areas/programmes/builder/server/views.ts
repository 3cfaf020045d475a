import {
	faultSentence,
	questionsOf,
	say,
	saidIn,
	sayFinding,
	type FindingShown,
	type Question,
	type QuestionKind,
	type StoredForm
} from '#areas/forms';
import type { Locale } from '#words/addresses';
import { ruleSentences } from '../rule-words.ts';
import { asideFor, findingsIn } from './asides.ts';
import type { AsideRow } from './aside.sql.ts';
import type { RemovalRow } from './removal.sql.ts';

/** What the lint found, and whether somebody set it aside, when and why. */
export type FindingView = FindingShown & {
	question: string;
	aside: { reason: string; by: string | null } | null;
};
export type QuestionRow = {
	key: string;
	/** Counted through the form, from 1. */
	number: number;
	label: string;
	lang?: Locale | undefined;
	kind: QuestionKind;
	required: boolean;
	seenBy: string;
	personal: boolean;
	/** When it is asked, in words; empty where always. */
	when: string[];
	/** Findings that nobody set aside. */
	findings: FindingView[];
	firstOfPage: boolean;
};
export type PageRow = { key: string; title: string | null; questions: QuestionRow[] };
export type SectionRow = { key: string; title: string; pages: PageRow[] };
export type RemovalView = {
	id: string;
	what: 'question' | 'section' | 'form';
	label: string;
	at: Date;
	by: string | null;
};

type Names = (id: string | null) => string | null;

export function sectionsFor(form: StoredForm, findings: readonly FindingView[]): SectionRow[] {
	const numbers = new Map(questionsOf(form).map(({ key }, n) => [key, n + 1]));
	const rowOf = (question: Question, q: number): QuestionRow => ({
		key: question.key,
		number: numbers.get(question.key)!,
		label: say(question.label),
		lang: saidIn(question.label).lang,
		kind: question.kind,
		required: Boolean(question.required),
		seenBy: question.seenBy,
		personal: Boolean(question.personal),
		when: ruleSentences(question.when, form),
		findings: findings.filter((one) => one.question === question.key && !one.aside),
		firstOfPage: q === 0
	});
	return form.sections.map(({ key, title, pages }) => ({
		key,
		title: say(title),
		pages: pages.map((page) => ({
			key: page.key,
			title: page.title ? say(page.title) : null,
			questions: page.questions.map(rowOf)
		}))
	}));
}

export function findingsFor(form: StoredForm, asides: readonly AsideRow[], nameOf: Names): FindingView[] {
	return findingsIn(form).map((finding) => {
		const row = asideFor(finding, form, asides);
		const aside = row ? { reason: row.reason, by: nameOf(row.setBy) } : null;
		return { ...sayFinding(finding), question: finding.question ?? '', aside };
	});
}

export function removalsFor(rows: readonly RemovalRow[], nameOf: Names): RemovalView[] {
	return rows.map(({ id, removed, removedAt, removedBy }) => ({
		id,
		what: removed.what,
		label:
			removed.what === 'question'
				? say(removed.question.label)
				: removed.what === 'section'
					? say(removed.section.title)
					: '',
		at: removedAt,
		by: nameOf(removedBy)
	}));
}

export function faultsFor(
	form: StoredForm,
	faults: readonly Parameters<typeof faultSentence>[0][]
): string[] {
	return faults.map((fault) => faultSentence(fault, form));
}
