import type * as v from 'valibot';
import { dayOf, instantOf } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { findPublishedCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { signed } from '../../server/signed.ts';
import { invitationState, slotsFrom, type InvitationState } from '../interviews.ts';
import { BySlot, OfferSlots } from '../interviews.schema.ts';
import { about } from './about.ts';
import {
	changeInvitation,
	endChoice,
	findInvitation,
	insertSlot,
	listInvited,
	listSlots,
	listSlotsOff,
	lockSlot,
	withdrawSlotRow
} from './interview.sql.ts';
import { interviewer } from './policy.ts';
import { slotFor, type SlotView } from './views.ts';

/** Staff offer times, one after the other, for whoever they invite. */
export const offerSlots = useCase('programmes.offerSlots', {
	input: OfferSlots,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug, first: local, count, minutes, pause, how, place, link }, call) {
		const first = instantOf(local, call.zone);
		if (first <= context.now) throw new Unusable({ first: 'not-later' });
		const { by, at: madeAt } = signed(context);
		const shown = { how, place, link: how === 'video' ? link : '' };
		for (const at of slotsFrom(first, { count, minutes, pause }))
			await insertSlot(context.db, { call: call.id, at, minutes, ...shown, madeAt, by });
		await context.record('interview.slots-offered', { id: call.id, count });
		return { slug };
	}
});

/** Staff take a time back. Whoever had chosen it is told, and chooses another. */
export const withdrawSlot = useCase('programmes.withdrawSlot', {
	input: BySlot,
	on: slotInCall,
	may: staff,
	async run(context, { slug }, { slot }) {
		await withdrawSlotRow(context.db, slot.id, context.now);
		const invitation = slot.invitation ? await findInvitation(context.db, slot.invitation) : undefined;
		if (invitation) {
			await endChoice(context.db, invitation.id, context.now);
			await changeInvitation(context.db, invitation.id, invitation);
			await context.record('interview.cancelled', {
				...about(invitation.id, { id: invitation.expression, call: slot.call }),
				slot: slot.id
			});
		}
		return { slug };
	}
});

export type Booked = { reference: string; name: string };
export type InterviewsView = {
	slug: string;
	name: string;
	zone: string;
	days: { day: Date; slots: (SlotView & { booked: Booked | null; sequence: number; isOver: boolean })[] }[];
	/** Somebody had these times once. */
	off: { id: string; at: Date; minutes: number; sequence: number }[];
	/** Invited, and without a time. */
	without: (Booked & { state: InvitationState })[];
};

/** Staff see the days: who comes when, what is free, and who has not chosen. */
export const listInterviews = useCase('programmes.listInterviews', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: interviewer,
	async run({ db, actor, now }, { slug }, call): Promise<InterviewsView> {
		const invited = await listInvited(db, actor, call.id);
		const bookedIn = new Map(invited.map((one) => [one.id, bookedOf(one)]));
		const slots = (await listSlots(db, call.id)).map((slot) => ({
			...slotFor(slot, { zone: call.zone, mayJoin: true }),
			booked: bookedIn.get(slot.invitation ?? '') ?? null,
			sequence: slot.sequence,
			isOver: slot.at <= now
		}));
		const days = Map.groupBy(slots, ({ at }) => dayOf(at.instant, call.zone));
		return {
			slug,
			name: call.content.name,
			zone: call.zone,
			days: [...days.values()].map((slots) => ({ day: slots[0]!.at.instant, slots })),
			off: await listSlotsOff(db, call.id),
			without: invited
				.filter(({ slot }) => slot === null)
				.map((one) => ({ ...bookedOf(one), state: invitationState(one, now) }))
		};
	}
});

const bookedOf = ({ reference, name }: { reference: string; name: string | null }): Booked => ({
	reference,
	name: name ?? reference
});

async function slotInCall({ db }: Context, { slug, slot: id }: v.InferOutput<typeof BySlot>) {
	const call = await findPublishedCall(db, slug);
	const slot = call && (await lockSlot(db, id));
	if (!slot || slot.call !== call.id) return undefined;
	if (slot.withdrawnAt) throw new Problem('interview-slot-gone');
	return { slot };
}
