import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { ByReference } from '../../expression.schema.ts';
import { listArrangers } from '../../server/arranger.sql.ts';
import type { Moment } from '../../server/call-views.ts';
import { findCall } from '../../server/call.sql.ts';
import { holder, holding } from '../../server/expression-policy.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { invitationState, mayChoose, mayDecline } from '../interviews.ts';
import { ChooseSlot, DeclineInterview, LookAtInterview } from '../interviews.schema.ts';
import { about } from './about.ts';
import {
	changeInvitation,
	endChoice,
	findInvitationOf,
	insertChoice,
	listSlots,
	lockSlot,
	wasChosen
} from './interview.sql.ts';
import { invitationFor, slotFor, type InvitationView, type SlotView } from './views.ts';

/** The applicant who was invited. An invitation that staff took back after nothing came of it is not shown. */
async function invited(context: Context, input: { reference: string }) {
	const held = await holding(context, input);
	const invitation =
		held && !held.expression.withdrawnAt ? await findInvitationOf(context.db, held.expression.id) : undefined;
	return held && invitation ? { ...held, invitation } : undefined;
}

export type InterviewView = {
	reference: string;
	name: string;
	host: string;
	invitation: InvitationView;
	chosen: SlotView | null;
	/** What can be chosen now. */
	free: SlotView[];
	mayChoose: boolean;
	mayDecline: boolean;
	zone: string;
	ownZone: string | null;
	needs: string;
	/** Who reads what they need. */
	arrangers: string[];
	contact: string;
};

/** The invitation, the times that are free, and the one that was chosen, in the host's time and one's own. */
export const showInterview = useCase('programmes.showInterview', {
	input: LookAtInterview,
	on: invited,
	may: holder,
	async run({ db, now }, { zone: asked }, { expression, invitation }): Promise<InterviewView> {
		const call = (await findCall(db, expression.call))!;
		const { name, host, contact } = call.content;
		const own = asked ?? invitation.zone;
		const slots = await listSlots(db, call.id);
		const shown = (mayJoin: boolean) => ({ zone: call.zone, own, mayJoin });
		const chosen = slots.find(({ id }) => id === invitation.slot);
		const choosing = mayChoose(invitation, now);
		return {
			reference: expression.reference!,
			name,
			host,
			invitation: invitationFor(invitation, call.zone, now),
			chosen: chosen ? slotFor(chosen, shown(true)) : null,
			free: choosing
				? slots.filter((slot) => !slot.invitation && slot.at > now).map((slot) => slotFor(slot, shown(false)))
				: [],
			mayChoose: choosing,
			mayDecline: mayDecline(invitation, now),
			zone: call.zone,
			ownZone: own,
			needs: invitation.needs ?? '',
			arrangers: await listArrangers(db, call.id, now),
			contact: [contact.name, contact.email].filter(Boolean).join(', ')
		};
	}
});

/** The applicant chooses a time, or another one instead. Of two who choose the last, the second is told, and loses nothing. */
export const chooseSlot = useCase('programmes.chooseSlot', {
	input: ChooseSlot,
	on: invited,
	may: holder,
	async run(context, { slot: wanted, needs, zone }, { expression }) {
		const { db, now } = context;
		await lockExpression(db, expression.id);
		const invitation = (await findInvitationOf(db, expression.id))!;
		if (!mayChoose(invitation, now)) throw new Problem('interview-closed');
		const slot = await lockSlot(db, wanted);
		if (!slot || slot.call !== expression.call) throw new Problem('interview-slot-gone');
		const isMine = slot.invitation === invitation.id;
		if (slot.withdrawnAt || slot.at <= now) throw new Problem('interview-slot-gone');
		if (slot.invitation && !isMine) throw new Problem('interview-slot-taken');
		if (!isMine) {
			await endChoice(db, invitation.id, now);
			await insertChoice(db, { invitation: invitation.id, slot: slot.id, at: now });
		}
		const more = { needs: needs || null, zone: zone ?? invitation.zone };
		await changeInvitation(db, invitation.id, {
			...invitation,
			...more,
			declinedAt: null,
			declinedWhy: null
		});
		if (!isMine)
			await context.record('interview.chosen', { ...about(invitation.id, expression), slot: slot.id });
		return { reference: expression.reference! };
	}
});

/** The applicant says no, and may say why. The time is free for somebody else; they can choose again until the instant. */
export const declineInterview = useCase('programmes.declineInterview', {
	input: DeclineInterview,
	on: invited,
	may: holder,
	async run(context, { words }, { expression }) {
		const { db, now } = context;
		await lockExpression(db, expression.id);
		const invitation = (await findInvitationOf(db, expression.id))!;
		if (!mayDecline(invitation, now)) throw new Problem('interview-closed');
		await endChoice(db, invitation.id, now);
		await changeInvitation(db, invitation.id, {
			...invitation,
			declinedAt: now,
			declinedWhy: words || null
		});
		await context.record('interview.declined', about(invitation.id, expression));
		return { reference: expression.reference! };
	}
});

export type Appointment = {
	id: string;
	sequence: number;
	at: Moment;
	minutes: number;
	cancelled: boolean;
	stamp: Date;
};

/** What a calendar needs, once a time was chosen; afterwards also that it is off. */
export const showAppointment = useCase('programmes.showAppointment', {
	input: ByReference,
	async on(context, input) {
		const held = await invited(context, input);
		const last = held && (await wasChosen(context.db, held.invitation.id));
		return held && last ? { ...held, last } : undefined;
	},
	may: holder,
	async run({ db, now }, _, { expression, invitation, last }): Promise<Appointment> {
		const call = (await findCall(db, expression.call))!;
		return {
			id: invitation.id,
			sequence: invitation.sequence,
			at: { instant: invitation.slotAt ?? last.at, zone: call.zone },
			minutes: last.minutes,
			cancelled: invitationState(invitation, now) !== 'chosen',
			stamp: now
		};
	}
});
