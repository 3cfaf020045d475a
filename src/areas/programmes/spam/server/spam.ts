import * as v from 'valibot';
import { daysAfter } from '#shared/dates';
import { neededText } from '#shared/fields';
import { namesOf } from '#server/identity';
import { every, nothing, ourselves, staff, useCase, type Context } from '#server/use-case';
import { insertChanges, insertDeed } from '../../caseload/server/deed.sql.ts';
import { InCall } from '../../expression-desk.schema.ts';
import { nameOnCard } from '../../caseload/server/cards.ts';
import type { Moment } from '../../server/call-views.ts';
import { findPublishedCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { erase } from '../../server/erasing.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { signed } from '../../server/signed.ts';
import { readWhole } from '../../server/whole.ts';
import { daysOfSpam, type Sign } from '../spam.ts';
import { signsIn } from './signs.ts';
import { findSpam, insertSpam, listOldSpam, listSpam, undoSpam, type SpamRow } from './spam.sql.ts';

/** Staff mark what was sent as spam, with the reason. Nothing changes for its sender, not even an answer. */
export const markAsSpam = useCase('programmes.markAsSpam', {
	input: v.object({ ...InCall.entries, why: neededText(2000) }),
	on: sentIn,
	may: staff,
	async run(context, { why, slug }, { expression: { id, call, reference } }) {
		await lockExpression(context.db, id);
		const mark = await insertSpam(context.db, { expression: id, why, ...signed(context) });
		// Not an event of the expression: those are read by whoever sent it.
		if (!mark) return { slug, reference: reference! };
		await noteDeed(context, { call, expression: id }, 'yes');
		await context.record('spam.marked', { id: mark, expression: id, call });
		return { slug, reference: reference! };
	}
});

/** Staff find that it is none: it is back in every list, with everything. */
export const unmarkSpam = useCase('programmes.unmarkSpam', {
	input: InCall,
	on: sentIn,
	may: staff,
	async run(context, { slug }, { expression: { id, call, reference } }) {
		await lockExpression(context.db, id);
		const mark = await findSpam(context.db, id);
		if (mark) {
			await undoSpam(context.db, mark.id, signed(context));
			await noteDeed(context, { call, expression: id }, null);
			await context.record('spam.unmarked', { id: mark.id, expression: id, call });
		}
		return { slug, reference: reference! };
	}
});

export type SpamMark = { why: string; by: string | null; at: Moment; deletedOn: Moment };
export type SpamView = {
	slug: string;
	name: string;
	reference: string;
	/** What the list calls it. */
	group: string | null;
	signs: Sign[];
	mark: SpamMark | null;
	days: number;
};

/** What is unusual about one expression, in words, and whether somebody has called it spam. */
export const showSpam = useCase('programmes.showSpam', {
	input: InCall,
	on: sentIn,
	may: staff,
	async run(context, { slug }, { expression }): Promise<SpamView> {
		const whole = await readWhole(context, expression);
		const mark = await findSpam(context.db, expression.id);
		return {
			slug,
			name: whole.call.content.name,
			reference: expression.reference!,
			group: await nameOnCard(context, whole.call, expression.id),
			signs: await signsIn(context, whole),
			mark: mark ? await markFor(context, mark, whole.call.zone) : null,
			days: daysOfSpam
		};
	}
});

export type SpamList = {
	slug: string;
	name: string;
	days: number;
	marked: (SpamMark & { reference: string; name: string })[];
};

/** Staff look through what was marked as spam, and when each is deleted. */
export const listMarkedSpam = useCase('programmes.listMarkedSpam', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug }, { id, zone, content }): Promise<SpamList> {
		const rows = await listSpam(context.db, context.actor, id);
		const marked = rows.map(async (row) => ({
			...(await markFor(context, row, zone)),
			reference: row.reference,
			name: row.name ?? row.reference
		}));
		return { slug, name: content.name, days: daysOfSpam, marked: await Promise.all(marked) };
	}
});

/** Deletes what was marked so many days ago. What remains is a husk. */
export const eraseSpam = useCase('programmes.eraseSpam', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run(context) {
		const before = daysAfter(context.now, -daysOfSpam, 'UTC');
		const due = await listOldSpam(context.db, before);
		for (const expression of due) await erase(context, expression, 'spam');
		return { erased: due.length };
	}
});

every('47 * * * *', async function eraseOldSpam(context) {
	await eraseSpam.within(context, {});
});

/** Beside what is done to many, so that undoing those leaves alone what somebody decided since. */
async function noteDeed(
	context: Context,
	{ call, expression }: { call: string; expression: string },
	after: 'yes' | null
): Promise<void> {
	const { by: person, at } = signed(context);
	const deed = await insertDeed(context.db, { call, at, person, aspect: 'spam', target: after });
	await insertChanges(context.db, deed, 'spam', [{ expression, before: after ? null : 'yes', after }]);
}

async function markFor(
	context: Context,
	{ why, markedAt, markedBy }: SpamRow,
	zone: string
): Promise<SpamMark> {
	const names = await namesOf(context, [markedBy]);
	const deleted = daysAfter(markedAt, daysOfSpam, 'UTC');
	return {
		why,
		by: names.get(markedBy) ?? null,
		at: { instant: markedAt, zone },
		deletedOn: { instant: deleted, zone }
	};
}
