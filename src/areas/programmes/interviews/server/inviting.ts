import type * as v from 'valibot';
import { instantOf } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { InCall } from '../../expression-desk.schema.ts';
import { nameOnCard } from '../../caseload/server/cards.ts';
import type { Moment } from '../../server/call-views.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { accessEnds } from '../../server/expression-views.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { emailOf } from '../../server/sending.ts';
import { signed } from '../../server/signed.ts';
import { readerOf, readWhole } from '../../server/whole.ts';
import { Invite, WriteInterviewNote } from '../interviews.schema.ts';
import { about } from './about.ts';
import {
	changeInvitation,
	endChoice,
	findInvitationOf,
	findSlot,
	listInterviewNotes,
	listSlots,
	saveInterviewNote,
	saveInvitation,
	type InvitationRow
} from './interview.sql.ts';
import { interviewer } from './policy.ts';
import { invitationFor, slotFor, type InvitationView, type SlotView } from './views.ts';

/** Staff invite an applicant to talk, and say until when they can choose a time. */
export const inviteToInterview = useCase('programmes.inviteToInterview', {
	input: Invite,
	on: sentIn,
	may: staff,
	async run(context, { slug, words, until: local }, { expression }) {
		const { call } = await readWhole(context, await lockExpression(context.db, expression.id));
		const until = instantOf(local, call.zone);
		if (until <= context.now) throw new Unusable({ until: 'not-later' });
		const id = await saveInvitation(context.db, {
			expression: expression.id,
			words,
			until,
			...signed(context)
		});
		await context.record('interview.invited', about(id, expression));
		return { slug, reference: expression.reference! };
	}
});

/** Staff take an invitation back; the time that was chosen is free again. */
export const withdrawInterview = useCase('programmes.withdrawInterview', {
	input: InCall,
	on: invitedIn,
	may: staff,
	async run(context, { slug }, { expression, invitation }) {
		if (invitation.withdrawnAt) return { slug, reference: expression.reference! };
		await endChoice(context.db, invitation.id, context.now);
		await changeInvitation(context.db, invitation.id, { ...invitation, withdrawnAt: context.now });
		await context.record('interview.withdrawn', about(invitation.id, expression));
		return { slug, reference: expression.reference! };
	}
});

/** Each interviewer keeps one note, for colleagues. Of one's own two windows the second is told. */
export const writeInterviewNote = useCase('programmes.writeInterviewNote', {
	input: WriteInterviewNote,
	on: invitedIn,
	may: interviewer,
	async run(context, { slug, note: words, edition }, { expression, invitation }) {
		const { by: author, at } = signed(context);
		await lockExpression(context.db, expression.id);
		const own = (await listInterviewNotes(context.db, invitation.id)).find((one) => one.author === author);
		if ((own?.edition ?? 0) !== edition) throw new Problem('note-edited-meanwhile');
		await saveInterviewNote(context.db, { invitation: invitation.id, author, words, at });
		return { slug, reference: expression.reference! };
	}
});

export type InterviewNote = { who: string | null; words: string; changedAt: Moment };
export type InterviewDesk = {
	slug: string;
	name: string;
	reference: string;
	/** What the list calls it. */
	group: string | null;
	zone: string;
	hasEmail: boolean;
	invitation: InvitationView | null;
	slot: SlotView | null;
	/** What they need to take part; for those who arrange access, until the date that the applicant set. */
	needs: string | null;
	arranges: boolean;
	notes: InterviewNote[];
	own: { words: string; edition: number };
	/** Times that staff can take for them. */
	free: SlotView[];
};

/** One interview: the invitation, the time, what is needed, and each interviewer's note. */
export const showInterviewOf = useCase('programmes.showInterviewOf', {
	input: InCall,
	on: sentIn,
	may: interviewer,
	async run(context, { slug }, { expression }): Promise<InterviewDesk> {
		const whole = await readWhole(context, expression);
		const reader = await readerOf(context, expression);
		const { zone, content } = whole.call;
		const invitation = await findInvitationOf(context.db, expression.id);
		const slot = invitation?.slot ? await findSlot(context.db, invitation.slot) : undefined;
		const arranges = reader.is === 'staff' && reader.arranges && context.now < accessEnds(whole);
		return {
			slug,
			name: content.name,
			reference: expression.reference!,
			group: await nameOnCard(context, whole.call, expression.id),
			zone,
			hasEmail: emailOf(whole) !== null,
			invitation: invitation ? invitationFor(invitation, zone, context.now) : null,
			slot: slot ? slotFor(slot, { zone, own: invitation!.zone, mayJoin: true }) : null,
			needs: arranges ? (invitation?.needs ?? null) : null,
			arranges,
			free: (await listSlots(context.db, expression.call))
				.filter(({ invitation: taken, at }) => !taken && at > context.now)
				.map((one) => slotFor(one, { zone, mayJoin: true })),
			...(await notesOf(context, invitation, zone))
		};
	}
});

async function notesOf(context: Context, invitation: InvitationRow | undefined, zone: string) {
	const rows = invitation ? await listInterviewNotes(context.db, invitation.id) : [];
	const me = signed(context).by;
	const own = rows.find(({ author }) => author === me);
	const names = await namesOf(
		context,
		rows.map(({ author }) => author)
	);
	return {
		notes: rows
			.filter(({ author }) => author !== me)
			.map(({ author, words, changedAt }) => ({
				who: names.get(author) ?? null,
				words,
				changedAt: { instant: changedAt, zone }
			})),
		own: { words: own?.words ?? '', edition: own?.edition ?? 0 }
	};
}

/** What was sent to this call, and staff may see. */
async function invitedIn(context: Context, input: v.InferOutput<typeof InCall>) {
	const held = await sentIn(context, input);
	const invitation = held && (await findInvitationOf(context.db, held.expression.id));
	return held && invitation ? { ...held, invitation } : undefined;
}
