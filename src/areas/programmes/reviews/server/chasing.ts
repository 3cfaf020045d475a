import * as v from 'valibot';
import { Problem } from '#shared/problem';
import { findPersonOf } from '#server/identity';
import { queueMail } from '#server/mail';
import { ourselves, useCase, type Context } from '#server/use-case';
import { findCall } from '../../server/call.sql.ts';
import { phaseAt } from '../../panel/phases.ts';
import { listPhases } from '../../panel/server/phase.sql.ts';
import { findSeatById, listSeats, type SeatRow } from '../../panel/server/seat.sql.ts';
import { isChaseDue, isDone, mayChase, stateOfReading } from '../reviews.ts';
import { Chase } from '../reviews.schema.ts';
import { overseen } from './at-hand.ts';
import { looksAfterFlags } from './flags.ts';
import { untilOf } from './until.ts';
import { listReadings } from './reading.sql.ts';
import { insertChasing, listCallsInPhase, listLastChasings, lockSeat } from './sharing.sql.ts';

/** Staff or the acting chair remind somebody, at most once a week. */
export const chaseReader = useCase('programmes.chaseReader', {
	input: Chase,
	async on(context, input) {
		const overseer = await overseen(context, input);
		const seat = overseer && (await findSeatById(context.db, input.seat));
		return seat?.call === overseer?.call.id && seat ? { ...overseer!, seatAt: seat } : undefined;
	},
	may: looksAfterFlags,
	async run(context, { slug }, { seatAt: seat }) {
		await lockSeat(context.db, seat.id);
		if (!mayChase(await chasedAtOf(context, seat), context.now)) throw new Problem('chased-already');
		const { left } = await leftOf(context, seat);
		if (!left) throw new Problem('nothing-left');
		const by = context.actor.kind === 'person' ? context.actor.id : null;
		await remind(context, seat, by);
		await context.record('reader.reminded', { id: seat.id, call: seat.call });
		return { slug };
	}
});

/** By the clock, while the panel reads: whoever was given something a week ago and has some left. */
export const chaseReaders = useCase('programmes.chaseReaders', {
	input: v.object({}),
	on: () => ({}),
	may: ourselves,
	async run(context) {
		for (const id of await listCallsInPhase(context.db, context.now)) {
			const isReading = phaseAt(await listPhases(context.db, id), context.now) === 'review';
			const call = isReading ? await findCall(context.db, id) : undefined;
			if (!call) continue;
			const until = (await untilOf(context, call))?.instant ?? null;
			for (const seat of await listSeats(context.db, id)) await chaseIfDue(context, seat, until);
		}
	}
});

async function chaseIfDue(context: Context, seat: SeatRow, until: Date | null): Promise<void> {
	await lockSeat(context.db, seat.id);
	const { left, since } = await leftOf(context, seat);
	const chasedAt = await chasedAtOf(context, seat);
	if (isChaseDue({ left, since, chasedAt, until }, context.now)) await remind(context, seat, null);
}

async function remind(context: Context, seat: SeatRow, by: string | null): Promise<void> {
	const person = await findPersonOf(context, seat.person);
	if (!person) return;
	await insertChasing(context.db, seat.id, context.now, by);
	await queueMail(context, {
		to: person.email,
		template: 'reviews-left',
		details: { seat: seat.id },
		locale: person.locale
	});
}

async function chasedAtOf({ db }: Context, { id, call }: SeatRow): Promise<Date | null> {
	return (await listLastChasings(db, call)).find(({ seat }) => seat === id)?.at ?? null;
}

/** How many somebody has left, and since when they have the newest of them. */
export async function leftOf({ db }: Context, seat: SeatRow): Promise<{ left: number; since: Date }> {
	const rows = await listReadings(db, seat.call, db`true`, seat.id);
	const left = rows.filter((one) => !isDone(stateOfReading(one)));
	const since = Math.max(0, ...left.map(({ givenAt }) => givenAt.getTime()));
	return { left: left.length, since: new Date(since) };
}
