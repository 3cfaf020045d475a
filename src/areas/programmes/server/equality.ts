import * as v from 'valibot';
import { read, showQuestion, typedIn } from '#areas/forms';
import { anyone, nothing, staff, useCase } from '#server/use-case';
import { newToken, verifierOf } from '#shared/tokens';
import { graceEndsAt, ownEnd } from '../call.ts';
import { equalityQuestions, roundedCounts, type ShownCount } from '../equality.ts';
import { ByReference } from '../expression.schema.ts';
import type { Moment } from './call-views.ts';
import { findPublishedCall } from './call.sql.ts';
import { BySlug } from './calls.ts';
import {
	countChoice,
	insertBallot,
	latestExtension,
	listCounts,
	markEqualityAsked,
	takeBallot
} from './equality.sql.ts';
import { holder, holding } from './expression-policy.ts';

/** The questions as an applicant meets them, always empty: nobody knows what this person chose. */
export const showEquality = useCase('programmes.showEquality', {
	input: ByReference,
	on: holding,
	may: holder,
	run: (_, __, { expression }) => ({
		reference: expression.reference!,
		asked: expression.equalityAsked,
		questions: equalityQuestions.map((question) => showQuestion(question, undefined))
	})
});

/**
 * Remembers that the questions were shown, and the first time hands out a ballot. The answers come back with it in a
 * request of their own, so that no row, and no two rows written together, tell whose they were.
 */
export const askEquality = useCase('programmes.askEquality', {
	input: ByReference,
	on: holding,
	may: holder,
	async run({ db, now }, _, { expression: { id, call, reference } }) {
		if (!(await markEqualityAsked(db, id))) return { reference: reference!, ballot: null };
		const ballot = newToken();
		await insertBallot(db, verifierOf(ballot), call, now);
		return { reference: reference!, ballot };
	}
});

const Cast = v.object({
	ballot: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
	fields: v.record(v.string(), v.unknown())
});

/** Adds one to the count of each option chosen. Who chose it is not known here at all; a ballot counts once. */
export const castEquality = useCase('programmes.castEquality', {
	input: Cast,
	on: nothing,
	may: anyone,
	trace: 'week',
	async run({ db }, { ballot, fields }) {
		const call = await takeBallot(db, verifierOf(ballot));
		for (const question of call ? equalityQuestions : []) {
			const { value } = read(question, typedIn(question, fields));
			if (typeof value === 'string') await countChoice(db, call!, question.key, value);
		}
	}
});

export type EqualityCountsView = {
	slug: string;
	name: string;
	/** From when they are shown: the first instant at which nobody can answer any more. Null: the call has no end. */
	opens: Moment | null;
	counts: ShownCount[] | null;
};

/** Staff see rounded counts, once nobody can answer any more. Before that they see when that is. */
export const showEqualityCounts = useCase('programmes.showEqualityCounts', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run({ db, now }, _, call): Promise<EqualityCountsView> {
		const { id, slug, zone, content } = call;
		const last = graceEndsAt(ownEnd(call, { extendedUntil: await latestExtension(db, id) }));
		return {
			slug,
			name: content.name,
			opens: call.closesAt || call.closedAt ? { instant: last, zone } : null,
			counts: now >= last ? roundedCounts(await listCounts(db, id)) : null
		};
	}
});
