import * as v from 'valibot';
import { read, showQuestion, typedIn } from '#areas/forms';
import { nothing, ourselves, staff, useCase } from '#server/use-case';
import { graceEndsAt, ownEnd } from '../call.ts';
import { equalityQuestions, roundedCounts } from '../equality.ts';
import { ByReference } from '../expression.schema.ts';
import { findPublicCall } from './call.sql.ts';
import { BySlug } from './calls.ts';
import { countChoice, latestExtension, listCounts, markEqualityAsked } from './equality.sql.ts';
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
 * Remembers that the questions were answered or passed, and nothing else. The first time it names the call for which
 * `countEquality` may count, in a transaction of its own so that no row tells whose answers these were.
 */
export const passEquality = useCase('programmes.passEquality', {
	input: ByReference,
	on: holding,
	may: holder,
	async run({ db }, _, { expression }) {
		const first = await markEqualityAsked(db, expression.id);
		return { reference: expression.reference!, count: first ? expression.call : null };
	}
});

const Choices = v.object({ call: v.pipe(v.string(), v.uuid()), fields: v.record(v.string(), v.unknown()) });

/** Adds one to the count of each option chosen. Who chose it is not known here at all. */
export const countEquality = useCase('programmes.countEquality', {
	input: Choices,
	on: nothing,
	may: ourselves,
	trace: 'week',
	async run({ db }, { call, fields }) {
		for (const question of equalityQuestions) {
			const { value } = read(question, typedIn(question, fields));
			if (typeof value === 'string') await countChoice(db, call, question.key, value);
		}
	}
});

/** Staff see rounded counts, once nobody can answer any more. Before that it does not exist. */
export const showEqualityCounts = useCase('programmes.showEqualityCounts', {
	input: BySlug,
	async on({ db, now }, { slug }) {
		const call = await findPublicCall(db, slug);
		if (!call) return undefined;
		const last = graceEndsAt(ownEnd(call, { extendedUntil: await latestExtension(db, call.id) }));
		return now >= last ? { call } : undefined;
	},
	may: staff,
	run: async ({ db }, _, { call }) => roundedCounts(await listCounts(db, call.id))
});
