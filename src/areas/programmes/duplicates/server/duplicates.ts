import * as v from 'valibot';
import { Problem } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { InCall } from '../../expression-desk.schema.ts';
import { Reference } from '../../expression.schema.ts';
import type { Moment } from '../../server/call-views.ts';
import { findPublishedCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { inCall } from '../../server/expression-reading.ts';
import { expressionFor } from '../../server/expression-views.ts';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { emailOf } from '../../server/sending.ts';
import { signed } from '../../server/signed.ts';
import { readerOf, readWhole } from '../../server/whole.ts';
import type { Facts, Reason } from '../alike.ts';
import { groupsOf } from '../groups.ts';
import { listDecisions } from './group.sql.ts';
import { undecided } from './undecided.ts';
import {
	findMergingOf,
	findNotSame,
	forgetNotSame,
	insertMerging,
	isMergedAway,
	listMerged,
	saveNotSame,
	undoMergingRow
} from './pair.sql.ts';

type Side = Pick<Facts, 'reference' | 'group'>;
export type Suggestion = { one: Side; two: Side; because: Reason[] };
export type DuplicatesView = {
	slug: string;
	name: string;
	/** Two that look alike, and nothing else with them. */
	suggestions: Suggestion[];
	/** Three or more that look alike, directly or through others: decided upon together. */
	groups: { reference: string; members: Side[]; because: Reason[] }[];
	/** Decisions on whole groups that can be undone. */
	decisions: { id: string; how: 'merged' | 'related' | 'different'; count: number; at: Moment }[];
	merged: { reference: string; name: string; stands: string; at: Moment }[];
};

/** Staff see which applications look like one, and why. It is worked out when somebody looks, and is never acted upon. */
export const listDuplicates = useCase('programmes.listDuplicates', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug }, call): Promise<DuplicatesView> {
		const { db, actor } = context;
		const groups = groupsOf(await undecided(context, call.id));
		const merged = await listMerged(db, actor, call.id);
		const decisions = await listDecisions(db, call.id, 10);
		return {
			slug,
			name: call.content.name,
			suggestions: groups
				.filter(({ members }) => members.length === 2)
				.flatMap(({ pairs }) => pairs)
				.map(({ one, two, because }) => ({ one: sideOf(one), two: sideOf(two), because })),
			groups: groups
				.filter(({ members }) => members.length > 2)
				.map(({ members, because }) => ({
					reference: members[0]!.reference,
					members: members.map(sideOf),
					because
				})),
			decisions: decisions.map(({ id, how, count, at }) => ({
				id,
				how,
				count,
				at: { instant: at, zone: call.zone }
			})),
			merged: merged.map(({ reference, name, stands, at }) => ({
				reference,
				name: name ?? reference,
				stands,
				at: { instant: at, zone: call.zone }
			}))
		};
	}
});

const ByPair = v.object({ ...InCall.entries, other: Reference });
type PairInput = v.InferOutput<typeof ByPair>;
type SideBySide = { reference: string; sentAt: Moment; hasEmail: boolean };
export type PairView = {
	slug: string;
	name: string;
	one: SideBySide;
	two: SideBySide;
	rows: { key: string; label: string; one: string[]; two: string[]; same: boolean }[];
	/** What was decided, if anything was. `stands`: the reference of the one that is read. */
	decided: { how: 'merged'; stands: string } | { how: 'related' | 'different' } | null;
};

/** Two applications beside each other, answer by answer. What concerns access is not compared. */
export const comparePair = useCase('programmes.comparePair', {
	input: ByPair,
	on: bothIn,
	may: staff,
	async run(context, { slug }, { one, two }): Promise<PairView> {
		const first = await sideFor(context, one);
		const second = await sideFor(context, two);
		return {
			slug,
			name: first.view.call.name,
			one: first.side,
			two: second.side,
			rows: rowsOf(first.said, second.said),
			decided: await decidedOn(context, one, two)
		};
	}
});

/**
 * A person decides which of two stands, or that they are not one. The other keeps everything it has; its applicant is
 * told, and their code works as before.
 */
export const decideOnPair = useCase('programmes.decideOnPair', {
	input: v.object({
		...ByPair.entries,
		decision: v.picklist(['one', 'two', 'related', 'different'], 'missing')
	}),
	on: bothIn,
	may: staff,
	async run(context, { slug, decision }, { one, two }) {
		await lockBoth(context, one, two);
		await mustBeUnmerged(context, one, two);
		if (decision === 'related' || decision === 'different') {
			await saveNotSame(context.db, { one: one.id, two: two.id, how: decision, ...signed(context) });
			return { slug };
		}
		const [stands, other] = decision === 'one' ? [one, two] : [two, one];
		await forgetNotSame(context.db, one.id, two.id);
		const merging = await insertMerging(context.db, {
			other: other.id,
			stands: stands.id,
			...signed(context)
		});
		await context.record('expression.merged', { id: other.id, call: other.call, merging });
		return { slug };
	}
});

/** Staff undo it: both stand for themselves again, and the applicant is told. */
export const undoMerging = useCase('programmes.undoMerging', {
	input: ByPair,
	on: bothIn,
	may: staff,
	async run(context, { slug, reference, other }, { one, two }) {
		await lockBoth(context, one, two);
		for (const side of [one, two]) {
			const merging = await findMergingOf(context.db, side.id);
			if (!merging || ![one.id, two.id].includes(merging.stands)) continue;
			await undoMergingRow(context.db, merging.id, signed(context));
			await context.record('expression.unmerged', { id: side.id, call: side.call, merging: merging.id });
		}
		await forgetNotSame(context.db, one.id, two.id);
		return { slug, reference, other };
	}
});

const sideOf = ({ reference, group }: Facts): Side => ({ reference, group: group || reference });

async function bothIn(context: Context, { slug, reference, other }: PairInput) {
	const one = reference === other ? undefined : await inCall(context, { slug, reference });
	const two = one && (await inCall(context, { slug, reference: other }));
	if (!one?.expression.submittedAt || !two?.expression.submittedAt) return undefined;
	return { one: one.expression, two: two.expression };
}

/** In one order, so that two colleagues who decide opposite things do not wait for each other for ever. */
async function lockBoth({ db }: Context, one: ExpressionRow, two: ExpressionRow): Promise<void> {
	for (const id of [one.id, two.id].toSorted()) await lockExpression(db, id);
}

/** Each stands for itself: nobody is left without one that stands. Where the one that stood is gone, that is over. */
export async function mustBeUnmerged(context: Context, ...both: ExpressionRow[]): Promise<void> {
	const { db } = context;
	for (const { id } of both) {
		const merging = await findMergingOf(db, id);
		if (!merging) continue;
		if (await isMergedAway(db, id)) throw new Problem('asking-merged-already');
		await undoMergingRow(db, merging.id, signed(context));
	}
}

async function sideFor(context: Context, row: ExpressionRow) {
	const whole = await readWhole(context, row);
	const view = expressionFor(await readerOf(context, row), whole, context.now, 'many');
	return {
		view,
		side: {
			reference: view.reference,
			sentAt: { instant: row.submittedAt!, zone: whole.call.zone },
			hasEmail: emailOf(whole) !== null
		},
		said: view.sections.flatMap(({ answers }) => answers)
	};
}

type Said = { key: string; label: string; text: string[] };

function rowsOf(one: readonly Said[], two: readonly Said[]): PairView['rows'] {
	const second = new Map(two.map((answer) => [answer.key, answer.text]));
	return one
		.map(({ key, label, text }) => {
			const other = second.get(key) ?? [];
			return { key, label, one: text, two: other, same: text.join('\n') === other.join('\n') };
		})
		.filter((row) => row.one.length || row.two.length);
}

async function decidedOn(
	{ db }: Context,
	one: ExpressionRow,
	two: ExpressionRow
): Promise<PairView['decided']> {
	const first = await findMergingOf(db, one.id);
	if (first?.stands === two.id) return { how: 'merged', stands: two.reference! };
	const second = await findMergingOf(db, two.id);
	if (second?.stands === one.id) return { how: 'merged', stands: one.reference! };
	const not = await findNotSame(db, one.id, two.id);
	return not ? { how: not.how } : null;
}
