import * as v from 'valibot';
import { Problem, Unusable } from '#shared/problem';
import { staff, useCase } from '#server/use-case';
import type { CallContent } from '../../call.schema.ts';
import type { Gap } from '../../call-gaps.ts';
import { gapsIn } from '../../call-gaps.ts';
import { findDraft, lockDraft, saveContent } from '../../server/call-desk.sql.ts';
import type { Moment } from '../../server/call-views.ts';
import { BySlug } from '../../server/calls.ts';
import type { Choice } from '../choices.ts';
import { offered, termsFaults } from '../faults.ts';
import { SaidTerms } from '../terms.schema.ts';
import { saidOf } from '../terms.ts';
import { choicesOfDraft } from './choices.ts';
import { termsThatStand } from './find-terms.ts';
import { isSameTerms } from './standing.ts';

export type TermsView = {
	slug: string;
	name: string;
	edition: number;
	content: CallContent;
	choices: Choice[];
	gaps: Gap[];
	/** What was published when the call opened: it stands, and nothing can be written here any more. */
	stands: { since: Moment; content: CallContent; isOtherwise: boolean } | null;
	/** What the terms name and the form does not ask any more. */
	lost: string[];
};

/** Staff see how the panel of a call chooses, as it is being written, or as it stands once the call has opened. */
export const showTerms = useCase('programmes.showTerms', {
	input: BySlug,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, _, draft): Promise<TermsView> {
		const { slug, content, edition } = draft;
		const choices = await choicesOfDraft(context, draft);
		const stands = await termsThatStand(context, draft.id);
		const since = stands && new Date(Math.max(Number(stands.publishedAt), Number(stands.opensAt)));
		return {
			slug,
			name: content.name,
			edition,
			content: { ...content, terms: saidOf(content) },
			choices,
			gaps: gapsIn(content, draft).filter(({ part }) => part === 'terms'),
			stands: stands
				? {
						since: { instant: since!, zone: draft.zone },
						content: stands.content,
						isOtherwise: !isSameTerms(stands.content, content)
					}
				: null,
			lost: lostFrom(saidOf(stands?.content ?? content), choices)
		};
	}
});

const Edition = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer());

/** Staff write how the panel chooses, until the call opens. */
export const reviseTerms = useCase('programmes.reviseTerms', {
	input: v.object({
		...BySlug.entries,
		edition: Edition,
		content: v.object({ terms: SaidTerms }, 'wrong-kind')
	}),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { edition, content: { terms } }, draft) {
		if (edition !== draft.edition) throw new Problem('edited-meanwhile');
		if (await termsThatStand(context, draft.id)) throw new Problem('terms-stand');
		const choices = await choicesOfDraft(context, draft);
		const faults = termsFaults(terms, choices);
		if (Object.keys(faults).length) throw new Unusable(faults);
		await saveContent(context.db, draft.id, { ...draft.content, terms: marked(terms, choices) });
		await context.record('call.terms-revised', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** What staff wrote differently since the call opened goes back to what was published, so that other words can be corrected. */
export const putBackTerms = useCase('programmes.putBackTerms', {
	input: BySlug,
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, _, draft) {
		const stands = await termsThatStand(context, draft.id);
		if (!stands) throw new Problem('not-found');
		const { selection, terms } = stands.content;
		const content = {
			...draft.content,
			selection: { ...draft.content.selection, criteria: selection.criteria },
			terms: saidOf({ terms })
		};
		await saveContent(context.db, draft.id, content);
		await context.record('call.terms-revised', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** Whether a rule is on a personal characteristic is what the form says, and never what somebody sends. */
function marked(terms: SaidTerms, choices: readonly Choice[]): SaidTerms {
	const quotas = terms.quotas.map((quota) => ({
		...quota,
		isPersonal: offered(quota.of, choices)?.isPersonal ? ('yes' as const) : null
	}));
	return { ...terms, quotas };
}

function lostFrom({ attributes, quotas, notAlone }: SaidTerms, choices: readonly Choice[]): string[] {
	const gone = [...quotas, ...notAlone].map(({ of }) => of).filter((of) => !offered(of, choices));
	const questions = attributes
		.map(({ question }) => question)
		.filter((key) => !choices.some(({ question }) => question === key));
	return [...new Set([...questions, ...gone])];
}
