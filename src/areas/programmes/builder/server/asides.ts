import * as v from 'valibot';
import { findingCodes, lintForm, markOf, questionsOf, type Finding, type StoredForm } from '#areas/forms';
import { neededText } from '#shared/fields';
import { staff, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { lockDraft } from '../../server/call-desk.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { deleteAside, setAsideRow, type AsideRow } from './aside.sql.ts';
import { formOfDraft, signed } from './editing.ts';

/** Whose answers are read by more people than staff. */
export const seenByMany = ['panel'] as const;

export function findingsIn(form: StoredForm): Finding[] {
	return lintForm(form, { seenByMany });
}

const OneFinding = { ...BySlug.entries, question: v.string(), code: v.picklist(findingCodes) };

/** Staff leave something as it is that the lint found, and say why. It stands again once the question says something else. */
export const setFindingAside = useCase('programmes.setFindingAside', {
	input: v.object({ ...OneFinding, reason: neededText(500) }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { question, code, reason }, draft) {
		const form = await formOfDraft(context, draft);
		const isFound = findingsIn(form).some((one) => one.code === code && (one.question ?? '') === question);
		if (!isFound) throw new Problem('not-found');
		const { at, by } = signed(context);
		const about = aboutOf(form, question);
		await setAsideRow(context.db, draft.id, { question, code, about, reason, setAt: at, setBy: by });
		return { slug: draft.slug, question };
	}
});

/** Staff look at it again after all. */
export const takeFindingUp = useCase('programmes.takeFindingUp', {
	input: v.object(OneFinding),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run({ db }, { question, code }, draft) {
		await deleteAside(db, draft.id, { question, code });
		return { slug: draft.slug, question };
	}
});

/** The question as somebody judged it; the questions of the whole form where that was meant. */
function aboutOf(form: StoredForm, question: string): string {
	const asked = questionsOf(form);
	return markOf(question ? asked.find(({ key }) => key === question) : asked.map(({ kind }) => kind));
}

/** Is it set aside, and is the question still what it was then? */
export function asideFor(
	finding: Finding,
	form: StoredForm,
	asides: readonly AsideRow[]
): AsideRow | undefined {
	const question = finding.question ?? '';
	const row = asides.find((one) => one.question === question && one.code === finding.code);
	return row && row.about === aboutOf(form, question) ? row : undefined;
}
