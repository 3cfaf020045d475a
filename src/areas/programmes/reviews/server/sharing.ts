import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { assign, type Assignment, type AssignmentCall, type Reading } from '#packages/selection';
import { Problem } from '#shared/problem';
import { ourselves, staff, useCase, type Context } from '#server/use-case';
import { BySlug } from '../../server/calls.ts';
import { findCall, findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { signed } from '../../server/signed.ts';
import { phaseAt } from '../../panel/phases.ts';
import { listPhases } from '../../panel/server/phase.sql.ts';
import { listSeats, type SeatRow } from '../../panel/server/seat.sql.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import {
	endReading,
	giveReading,
	listKeptApart,
	listStanding,
	listToShare,
	lockReadings,
	type Standing
} from './reading.sql.ts';
import { countSharings, insertSharing, type Shared } from './sharing.sql.ts';

/** Staff share the applications out among the panel; shared out again, as little as can be moves. */
export const shareOut = useCase('programmes.shareOut', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug }, call) {
		if (!(await readersOf(context, call)).length) throw new Problem('no-readers');
		const id = await share(context, call, signed(context).by);
		await context.record('readings.shared-out', { id, call: call.id });
		return { slug };
	}
});

/** Somebody cannot read, abstained, has a conflict or left, while the panel reads: others take it over. */
export const shareOutAgain = useCase('programmes.shareOutAgain', {
	input: v.object({ call: v.string() }),
	on: ({ db }, { call }) => findCall(db, call),
	may: ourselves,
	async run(context, _, call) {
		const phase = phaseAt(await listPhases(context.db, call.id), context.now);
		const isReading = phase === null || phase === 'eligibility' || phase === 'review';
		if (!isReading || !(await countSharings(context.db, call.id))) return;
		const id = await share(context, call, null);
		await context.record('readings.shared-out', { id, call: call.id });
	}
});

/** Whoever took the seat and said whom they are tied to: before that nothing is given to them. */
async function readersOf({ db }: Pick<Context, 'db'>, call: StandingCall): Promise<SeatRow[]> {
	return (await listSeats(db, call.id)).filter(({ acceptedAt, declaredAt }) => acceptedAt && declaredAt);
}

async function share(context: Context, call: StandingCall, by: string | null): Promise<string> {
	const { db, now } = context;
	await lockReadings(db, call.id);
	const standing = await listStanding(db, call.id);
	const seed = randomInt(2 ** 31);
	const asked = await askedOf(context, call, { standing, seed });
	const assignment = assign(asked);
	await settle(context, { asked, assignment, standing, by });
	const isFirst = (await countSharings(db, call.id)) === 0;
	return insertSharing(db, { call: call.id, at: now, by, seed, result: resultOf(assignment, isFirst) });
}

async function askedOf(
	context: Context,
	call: StandingCall,
	{ standing, seed }: { standing: readonly Standing[]; seed: number }
): Promise<AssignmentCall> {
	const { readers: each } = await findTerms(context, call.id);
	const seats = await readersOf(context, call);
	const here = new Set(seats.map(({ id }) => id));
	const apart = Map.groupBy(await listKeptApart(context.db, call.id), ({ person }) => person);
	const passed = Map.groupBy(
		standing.filter((one) => one.isPassedOn),
		({ seat }) => seat
	);
	// What somebody handed in who has left since counts; nobody reads it in their place.
	const gone = Map.groupBy(
		standing.filter(({ isIn, seat, isPassedOn }) => isIn && !isPassedOn && !here.has(seat)),
		({ expression }) => expression
	);
	return {
		applications: (await listToShare(context.db, call.id)).map(({ id, locale }) => ({
			id,
			languages: [locale],
			readers: Math.max(0, each - (gone.get(id)?.length ?? 0))
		})),
		reviewers: seats.map(({ id, person, languages, most }) => ({
			id,
			languages: languages.length ? languages : [call.content.language],
			...(most === null ? {} : { most }),
			conflicts: [...(apart.get(person) ?? []), ...(passed.get(id) ?? [])].map((one) => one.expression)
		})),
		each,
		fixed: standing
			.filter(({ seat, isPassedOn }) => here.has(seat) && !isPassedOn)
			.filter(({ isBegun, isGiven, isChosen }) => isBegun || (isGiven && isChosen))
			.map(pairOf),
		earlier: standing
			.filter((one) => one.isGiven && !one.isPassedOn && !isKeptByLeaver(one, here))
			.map(pairOf),
		seed
	};
}

function isKeptByLeaver({ seat, isIn }: Standing, here: ReadonlySet<string>): boolean {
	return isIn && !here.has(seat);
}

function pairOf({ seat, expression }: { seat: string; expression: string }): Reading {
	return { application: expression, reviewer: seat };
}

type Outcome = {
	asked: AssignmentCall;
	assignment: Assignment;
	standing: readonly Standing[];
	by: string | null;
};

/** What is new is given, what moved on ends; what stays is not touched, and keeps its date. */
async function settle({ db, now }: Context, { asked, assignment, standing, by }: Outcome): Promise<void> {
	const key = ({ seat, expression }: { seat: string; expression: string }) => `${seat} ${expression}`;
	const given = new Set(standing.filter(({ isGiven }) => isGiven).map(key));
	for (const [expression, seats] of Object.entries(assignment.readers))
		for (const seat of seats)
			if (!given.has(key({ seat, expression })))
				await giveReading(db, { seat, expression, at: now, by, isChosen: false });
	for (const { application: expression, reviewer: seat } of asked.earlier ?? [])
		if (!assignment.readers[expression]?.includes(seat))
			await endReading(db, { seat, expression }, { at: now, how: 'moved' });
}

function resultOf({ changes, short, circles, certificate }: Assignment, isFirst: boolean): Shared {
	return {
		changes: changes.map(({ application, added, removed }) => ({
			expression: application,
			added: [...added],
			removed: removed.map(({ reviewer, because }) => ({ seat: reviewer, because }))
		})),
		short: short.map(({ application, readers, wanted, because }) => ({
			expression: application,
			readers,
			wanted,
			because
		})),
		circles: circles.length,
		isFirst,
		isProven: certificate.isProven
	};
}
