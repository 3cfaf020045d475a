import { dayOf } from '#shared/dates';
import { staff, useCase, type Context } from '#server/use-case';
import { listAsked } from '../../asking/server/asked.ts';
import { listInterviews } from '../../interviews/server/offering.ts';
import { listQuestionsAsked } from '../../questions/server/queue.ts';
import { showDraft } from '../../server/call-desk.ts';
import { findDraft } from '../../server/call-desk.sql.ts';
import type { DeskCall } from '../../server/call-desk-views.ts';
import { BySlug } from '../../server/calls.ts';
import { openDecisions } from '../../release/server/deciding.ts';
import { listMarkedSpam } from '../../spam/server/spam.ts';
import { listTakeOvers } from '../../together/server/deciding.ts';
import { stepsOf, type Step } from '../progress.ts';
import { countByDay } from './progress.sql.ts';

/** What waits, of what whoever looks may see. */
export type Waiting = {
	questions: number;
	asked: number;
	invited: number;
	spam: number;
	takeOvers: number;
	decisions: number;
};
export type Going = { by: 'day' | 'week'; steps: Step[]; waiting: Waiting };
export type CallDesk = DeskCall & {
	/** How a call goes that everybody can read. */
	going: Going | null;
};

/** Staff see one programme: what is written, how it goes, and what waits for them. */
export const showCallDesk = useCase('programmes.showCallDesk', {
	input: BySlug,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { slug }): Promise<CallDesk> {
		const desk = await showDraft.within(context, { slug });
		return { ...desk, going: desk.live ? await goingOf(context, desk, desk.live) : null };
	}
});

async function goingOf(
	context: Context,
	{ id, slug }: DeskCall,
	{ zone, ends }: NonNullable<DeskCall['live']>
): Promise<Going> {
	const counts = await countByDay(context.db, context.actor, { call: id, zone });
	const until = ends && ends.instant < context.now ? ends.instant : context.now;
	return { ...stepsOf(counts, dayOf(until, zone)), waiting: await waitingIn(context, slug) };
}

async function waitingIn(context: Context, slug: string): Promise<Waiting> {
	const { waiting } = await listQuestionsAsked.within(context, { slug });
	const { asked } = await listAsked.within(context, { slug });
	const { without } = await listInterviews.within(context, { slug });
	const { marked } = await listMarkedSpam.within(context, { slug });
	const takeOvers = await listTakeOvers.within(context, { slug });
	const decisions = await openDecisions(context, slug);
	return {
		decisions,
		questions: waiting.length,
		asked: asked.filter(({ state }) => state === 'open').length,
		invited: without.filter(({ state }) => state === 'invited').length,
		spam: marked.length,
		takeOvers: takeOvers.waiting.length
	};
}
