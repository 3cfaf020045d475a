import * as v from 'valibot';
import { library, questionsOf, type Question, type StoredForm, type WellMade } from '#areas/forms';
import type { Need } from '../form/keeping.ts';
import { starterForm, type Audience } from '../starter-form.ts';

/** Where a question is taken from, as a form says it: "library:size", "starter:group", "call:spring-2025:group". */
export type Source = { made: string } | { starter: string } | { call: string; key: string };

export const Source = v.pipe(
	v.string(),
	v.maxLength(300),
	v.transform((text): Source | undefined => {
		const [from, one = '', key = ''] = text.split(':');
		if (from === 'library') return { made: one };
		if (from === 'starter') return { starter: one };
		return from === 'call' ? { call: one, key } : undefined;
	}),
	v.check((source) => source !== undefined, 'not-an-option'),
	v.transform((source) => source!)
);

/** A well-made question in the words of this area: who sees it, and what needs it. */
const sightOf: Record<WellMade['use'], { seenBy: Audience; neededBy: Need[] }> = {
	choosing: { seenBy: 'panel', neededBy: ['choosing'] },
	programme: { seenBy: 'staff', neededBy: ['programme'] },
	contact: { seenBy: 'staff', neededBy: ['contact'] },
	reporting: { seenBy: 'staff', neededBy: ['reporting'] }
};

export function fromLibrary({ id, use, ask }: WellMade): Question {
	const { label, help, personal, ...kind } = ask;
	const sight = sightOf[use];
	return {
		key: id,
		...kind,
		label,
		...(help ? { help } : {}),
		seenBy: personal ? 'staff' : sight.seenBy,
		...(personal ? { personal } : {}),
		neededBy: sight.neededBy
	} as Question;
}

/** The question that a source names; undefined where there is none. */
export function sourced(
	source: Source,
	call: Parameters<typeof starterForm>[0],
	other: StoredForm | undefined
): Question | undefined {
	if ('starter' in source) return questionsOf(starterForm(call)).find(({ key }) => key === source.starter);
	if ('call' in source) return other && questionsOf(other).find(({ key }) => key === source.key);
	const made = library.find(({ id }) => id === source.made);
	return made && fromLibrary(made);
}
