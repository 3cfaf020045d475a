import type * as v from 'valibot';
import { Problem, Unusable } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { InCall } from '../../expression-desk.schema.ts';
import type { Moment } from '../../server/call-views.ts';
import { findCall, findPublishedCall } from '../../server/call.sql.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { findExpressions } from '../../server/expression-list.sql.ts';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { signed } from '../../server/signed.ts';
import type { Facts, Reason } from '../alike.ts';
import { ByDecision, DecideOnGroup } from '../group.schema.ts';
import { groupsOf } from '../groups.ts';
import { mustBeUnmerged, type Suggestion } from './duplicates.ts';
import {
	holdOfDecision,
	insertDecision,
	insertMergings,
	lockDecision,
	saveAllNotSame,
	undoDecision
} from './group.sql.ts';
import { undecided } from './undecided.ts';

export type GroupView = {
	slug: string;
	name: string;
	/** Of the one by which it was opened. */
	reference: string;
	members: { reference: string; group: string; sentAt: Moment; hasEmail: boolean }[];
	because: Reason[];
	pairs: Suggestion[];
};

/** Staff see those that look alike together, worked out when they look. Nobody is in it of whom they may not know. */
export const showGroup = useCase('programmes.showGroup', {
	input: InCall,
	on: sentIn,
	may: staff,
	async run(context, { slug }, { expression }): Promise<GroupView> {
		const { db, actor } = context;
		const { zone, content } = (await findCall(db, expression.call))!;
		const groups = groupsOf(await undecided(context, expression.call));
		const group = groups.find(({ members }) => members.some(({ id }) => id === expression.id));
		if (!group) throw new Problem('not-found');
		const ids = group.members.map(({ id }) => id);
		const sentAt = new Map((await findExpressions(db, actor, ids)).map((row) => [row.id, row.submittedAt!]));
		const members = group.members
			.filter(({ id }) => sentAt.has(id))
			.toSorted((a, b) => sentAt.get(a.id)!.getTime() - sentAt.get(b.id)!.getTime());
		return {
			slug,
			name: content.name,
			reference: expression.reference!,
			members: members.map((facts) => ({
				...sideOf(facts),
				sentAt: { instant: sentAt.get(facts.id)!, zone },
				hasEmail: facts.email.trim() !== ''
			})),
			because: group.because,
			pairs: group.pairs.map(({ one, two, because }) => ({ one: sideOf(one), two: sideOf(two), because }))
		};
	}
});

/** A person decides on all that they ticked at once: one of them stands, or each does. It can be undone as one. */
export const decideOnGroup = useCase('programmes.decideOnGroup', {
	input: DecideOnGroup,
	on: allIn,
	may: staff,
	async run(context, { slug, decision, stands }, { members }) {
		const { db } = context;
		const standing = members.find(({ reference }) => reference === stands);
		if (decision === 'one' && !standing) throw new Unusable({ stands: 'missing' });
		for (const id of members.map((one) => one.id).toSorted()) await lockExpression(db, id);
		await mustBeUnmerged(context, ...members);
		const { call } = members[0]!;
		const how = decision === 'one' ? 'merged' : decision;
		const made = await insertDecision(db, { call, how, ...signed(context) });
		if (standing) await mergeInto(context, standing, members, made);
		else await saveAllNotSame(db, idsOf(members), { how, ...signed(context), decision: made });
		return { slug, decision: made };
	}
});

/** All of it is as it was, but for what somebody decided of a pair since. */
export const undoGroup = useCase('programmes.undoGroup', {
	input: ByDecision,
	on: async ({ db }, { slug, decision: id }) => {
		const call = await findPublishedCall(db, slug);
		const decision = call && (await lockDecision(db, id));
		return decision && decision.call === call.id ? { decision } : undefined;
	},
	may: staff,
	async run(context, { slug }, { decision }) {
		if (decision.undoneAt) return { slug };
		for (const id of await holdOfDecision(context.db, decision.id)) await lockExpression(context.db, id);
		const undone = await undoDecision(context.db, decision.id, signed(context));
		for (const { id: merging, other } of undone)
			await context.record('expression.unmerged', { id: other, call: decision.call, merging });
		return { slug };
	}
});

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };

async function mergeInto(
	context: Recording,
	stands: ExpressionRow,
	members: readonly ExpressionRow[],
	decision: string
): Promise<void> {
	const others = idsOf(members.filter(({ id }) => id !== stands.id));
	const made = await insertMergings(context.db, { others, stands: stands.id, ...signed(context), decision });
	for (const { id: merging, other } of made)
		await context.record('expression.merged', { id: other, call: stands.call, merging });
}

/** Each of them in this call, sent, and to be seen: one that is not makes all of it not found. */
async function allIn(context: Context, { slug, member }: v.InferOutput<typeof DecideOnGroup>) {
	const members: ExpressionRow[] = [];
	for (const reference of member) {
		const found = await sentIn(context, { slug, reference });
		if (!found) return undefined;
		members.push(found.expression);
	}
	return { members };
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const sideOf = ({ reference, group }: Facts) => ({ reference, group: group || reference });
