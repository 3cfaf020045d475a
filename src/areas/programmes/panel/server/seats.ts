import { personWith } from '#server/identity';
import { Problem } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { getLocale } from '#words/addresses';
import { findPublishedCall } from '../../server/call.sql.ts';
import { signed } from '../../server/signed.ts';
import { AnswerSeat, BySeat, DeclareTies, InviteToPanel } from '../panel.schema.ts';
import { suggestForSeat } from './known.ts';
import { invitedToPanel, panellist } from './policy.ts';
import {
	endSeatRow,
	findSeatById,
	insertSeat,
	listSeats,
	replaceTies,
	setAccepted,
	setDeclined,
	type SeatRow
} from './seat.sql.ts';
import { seatOf, sittingAt } from './sitting.ts';

/** Staff ask somebody to read and choose. An account is made for their address, with no role; they sign in by a link. */
export const inviteToPanel = useCase('programmes.inviteToPanel', {
	input: InviteToPanel,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug, name, email, part, languages, most }, call) {
		const { by, at } = signed(context);
		const person = await personWith(context, { name, email, locale: getLocale() });
		await mustBeFree(context, call.id, { person, part });
		const id = await insertSeat(context.db, { call: call.id, person, part, languages, most, at, by });
		await context.record('seat.offered', { id, call: call.id, part });
		return { slug };
	}
});

/** The database refuses the same of two at one moment. */
async function mustBeFree({ db }: Context, call: string, { person, part }: Pick<SeatRow, 'person' | 'part'>) {
	const seats = await listSeats(db, call);
	if (seats.some((seat) => seat.person === person)) throw new Problem('has-seat');
	if (part !== 'panellist' && seats.some((seat) => seat.part === part)) throw new Problem(`${part}-taken`);
}

/** What they were asked to read stays unread by them; what they have written stays. */
export const endSeat = useCase('programmes.endSeat', {
	input: BySeat,
	async on({ db }, { slug, seat: id }) {
		const call = await findPublishedCall(db, slug);
		const seat = await findSeatById(db, id);
		return call && seat?.call === call.id ? { seat } : undefined;
	},
	may: staff,
	async run(context, { slug }, { seat }) {
		const { by, at } = signed(context);
		await endSeatRow(context.db, seat.id, by, at);
		await context.record('seat.ended', { id: seat.id, call: seat.call });
		return { slug };
	}
});

/** Yes or no, and the other way round as long as nothing was read. */
export const answerSeat = useCase('programmes.answerSeat', {
	input: AnswerSeat,
	on: offered,
	may: invitedToPanel,
	async run(context, { slug, answer }, { seat }) {
		if (answer === 'no' && seat.declaredAt) throw new Problem('seat-at-work');
		const set = answer === 'yes' ? setAccepted : setDeclined;
		await set(context.db, seat.id, context.now);
		await context.record(answer === 'yes' ? 'seat.taken' : 'seat.declined', { id: seat.id, call: seat.call });
		return { slug };
	}
});

/**
 * Whom a panellist is tied to, before anything is shown to them. They are shown no names for it: what they say is looked
 * for in the applications, and keeps them from each in which it is found until staff have looked.
 */
export const declareTies = useCase('programmes.declareTies', {
	input: DeclareTies,
	on: sittingAt,
	may: panellist,
	async run(context, { slug, ties }, { seat, call }) {
		await replaceTies(context.db, seat.id, ties, context.now);
		await suggestForSeat(context, call, seat);
		await context.record('seat.ties-declared', { id: seat.id, call: seat.call, count: ties.length });
		return { slug };
	}
});

/** Somebody who is asked sees what they are asked, whether they have answered or not. */
export async function offered(context: Context, { slug }: { slug: string }) {
	const call = await findPublishedCall(context.db, slug);
	const seat = call && (await seatOf(context, call.id));
	return seat && { seat, call };
}
