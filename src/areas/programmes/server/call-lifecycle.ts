import * as v from 'valibot';
import { neededText, text } from '#shared/fields';
import { Problem, Unusable } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { phaseAt } from '../call.ts';
import { publishFirstForm } from '../form/server/beginning.ts';
import { WrittenDates } from '../call-dates.schema.ts';
import { gapsIn, stopping, type CallDates } from '../call-gaps.ts';
import { refuseOtherTerms } from '../terms/server/standing.ts';
import {
	addArchival,
	addClosure,
	addVersion,
	endArchival,
	endClosure,
	lockDraft,
	saveDates,
	type Act,
	type Draft
} from './call-desk.sql.ts';
import { datesOf, isSame } from './call-desk-views.ts';
import { findCall, type StandingCall } from './call.sql.ts';
import { BySlug } from './calls.ts';

/** What people are told: a change without a word of explanation is refused. */
const Note = neededText(600);
const Edition = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer());

/** Staff publish what they have written. The first time it needs its dates; afterwards, a note saying what changed. */
export const publishCall = useCase('programmes.publishCall', {
	input: v.object({ ...BySlug.entries, edition: Edition, note: text(600) }),
	on: ({ db }, { slug }) => lockDraft(db, slug),
	may: staff,
	async run(context, { edition, note }, draft) {
		if (edition !== draft.edition) throw new Problem('edited-meanwhile');
		const version = await publish(context, draft, note);
		await context.record(version === 1 ? 'call.published' : 'call.corrected', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** Staff move the dates of a published call, and say why. Who has a draft hears of a moved deadline. */
export const moveDates = useCase('programmes.moveDates', {
	input: v.object({ ...BySlug.entries, note: Note, dates: WrittenDates }),
	on: ({ db }, { slug }) => published(db, slug),
	may: staff,
	async run(context, { dates, note }, { draft, live }) {
		refuseUnlikely(dates, live, context.now);
		await addVersion(context.db, act(context, draft.id), { dates, content: live.content, note });
		await saveDates(context.db, draft.id, dates);
		const moved = dates.closesAt!.getTime() !== live.closesAt!.getTime();
		await context.record(moved ? 'call.deadline-moved' : 'call.corrected', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** Staff close a call before its deadline. What was begun may be sent for a quarter of an hour more. */
export const closeCall = useCase('programmes.closeCall', {
	input: v.object({ ...BySlug.entries, note: Note }),
	on: ({ db }, { slug }) => published(db, slug),
	may: staff,
	async run(context, { note }, { draft, live }) {
		if (!['announced', 'open'].includes(phaseAt(live, context.now))) throw new Problem('call-not-open');
		await addClosure(context.db, act(context, draft.id), note);
		await context.record('call.closed', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** Staff open again what they closed early. A call whose deadline has passed needs a later deadline instead. */
export const reopenCall = useCase('programmes.reopenCall', {
	input: v.object({ ...BySlug.entries, note: Note }),
	on: ({ db }, { slug }) => published(db, slug),
	may: staff,
	async run(context, { note }, { draft, live }) {
		if (!live.closedAt) throw new Problem('call-not-closed-early');
		if (live.closesAt! <= context.now) throw new Problem('call-needs-later-deadline');
		await endClosure(context.db, act(context, draft.id), note);
		await context.record('call.reopened', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** Staff put a call away: its page stays among past programmes, or it is gone for the public. */
export const archiveCall = useCase('programmes.archiveCall', {
	input: v.object({ ...BySlug.entries, page: v.picklist(['stays', 'goes'], 'missing') }),
	on: ({ db }, { slug }) => published(db, slug),
	may: staff,
	async run(context, { page }, { draft, live }) {
		if (live.archivedAt) throw new Problem('call-is-archived');
		await addArchival(context.db, act(context, draft.id), page === 'stays');
		await context.record('call.archived', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** Staff bring a call back as it was. */
export const restoreCall = useCase('programmes.restoreCall', {
	input: BySlug,
	on: ({ db }, { slug }) => published(db, slug),
	may: staff,
	async run(context, _, { draft, live }) {
		if (!live.archivedAt) throw new Problem('call-not-archived');
		await endArchival(context.db, act(context, draft.id));
		await context.record('call.restored', { id: draft.id });
		return { slug: draft.slug };
	}
});

/** Adds a version of what is written. Refused with the list of what is missing, or when nothing would change. */
export async function publish(context: Context, draft: Draft, note: string): Promise<number> {
	const live = await findCall(context.db, draft.id);
	const gaps = stopping(gapsIn(draft.content, draft));
	if (gaps.length) throw new Problem('call-incomplete', { gaps: gaps.map((gap) => gap.code) });
	if (live && isSame(draft, live)) throw new Problem('nothing-changed');
	if (live && !note) throw new Unusable({ note: 'missing' });
	await refuseOtherTerms(context, draft.id, draft.content);
	await publishFirstForm(context, draft);
	return addVersion(context.db, act(context, draft.id), {
		dates: datesOf(draft),
		content: draft.content,
		note: live ? note : null
	});
}

async function published(db: Context['db'], slug: string) {
	const draft = await lockDraft(db, slug);
	const live = draft && (await findCall(db, draft.id));
	return live && { draft, live };
}

/** A deadline moved into the past would shut people out without a word: that is what closing is for. */
function refuseUnlikely(dates: CallDates, live: StandingCall, now: Date): void {
	if (!dates.opensAt) throw new Unusable({ 'dates.opens': 'missing' });
	if (!dates.closesAt) throw new Unusable({ 'dates.closes': 'missing' });
	const moved = dates.closesAt.getTime() !== live.closesAt!.getTime();
	if (moved && dates.closesAt <= now) throw new Unusable({ 'dates.closes': 'in-the-past' });
}

function act({ actor, now }: Context, call: string): Act {
	return { call, now, by: actor.kind === 'person' ? actor.id : null };
}
