import { createHmac, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { commitmentTo, listBytes, pick, proofsOf, readOutcomes, type Proof } from '#packages/selection';
import { useCase, type Context } from '#server/use-case';
import { Problem, Unusable } from '#shared/problem';
import { instantOf } from '#shared/dates';
import { neededText } from '#shared/fields';
import { signed } from '../../server/signed.ts';
import { Beacon, BySolving, Voiding } from '../board.schema.ts';
import { choosingAt, held, solvingAt } from './boarder.ts';
import { listCandidates } from './candidates.sql.ts';
import { findStandingDraw, insertDraw, setDrawn, setVoided, type DrawRow } from './draw.sql.ts';
import { whoClosesTheBoard } from './policy.ts';
import { holdBoard, outcomesOf } from './solving.sql.ts';

/** A clock that is a little off decides nothing. */
const fewestMinutes = 5;

const Committing = v.object({
	...BySolving.entries,
	/** Which number, that nobody can know yet, will decide. */
	beaconIs: neededText(400),
	/** When it will be known: a day and a time in the zone of the call. */
	day: v.pipe(v.string('wrong-kind'), v.regex(/^\d{4}-\d\d-\d\d$/, 'not-a-date')),
	time: v.pipe(v.string('wrong-kind'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'wrong-kind'))
});

/** The list is frozen and its digest published, before anybody can know the number that will decide. */
export const commitDraw = useCase('programmes.commitDraw', {
	input: Committing,
	on: solvingAt,
	may: whoClosesTheBoard,
	async run(context, { slug, beaconIs, day, time }, { boarder, solving }) {
		const { db, now } = context;
		await holdBoard(db, boarder.call.id);
		if (!boarder.terms.lots.areDrawn) throw new Problem('board-no-lots');
		const outcomes = await outcomesOf(db, solving.id);
		if (!outcomes) throw new Problem('board-no-cohort');
		if (await findStandingDraw(db, boarder.call.id)) throw new Problem('board-draw-stands');
		const beaconAt = instantOf(`${day}T${time}`, boarder.call.zone);
		if (beaconAt.getTime() < now.getTime() + fewestMinutes * 60_000)
			throw new Unusable({ day: 'in-the-past' });
		const secret = new Uint8Array(randomBytes(32));
		const list = listBytes(outcomes.map((members) => members.map((id) => lotOf(secret, id))));
		const { root } = await proofsOf(readOutcomes(textOf(list)), secret);
		const { by, at } = signed(context);
		const commitment = await commitmentTo(list);
		const draw = await insertDraw(db, { call: boarder.call.id, solving: solving.id, list, outcomes: outcomes.length, commitment, root, secret, beaconIs, beaconAt, at, by }); // prettier-ignore
		await context.record('draw.committed', { id: boarder.call.id, draw, commitment });
		return { slug, solving: solving.id };
	}
});

/** The number is known, and decides. Before its time nothing is drawn, and never twice from one commitment. */
export const drawLots = useCase('programmes.drawLots', {
	input: Beacon,
	on: async (context, input) => held(await choosingAt(context, input)),
	may: whoClosesTheBoard,
	async run(context, { slug, beacon }, { boarder }) {
		const { db, now } = context;
		const draw = await findStandingDraw(db, boarder.call.id);
		if (!draw) throw new Problem('board-not-committed');
		if (draw.drawnAt) throw new Problem('board-is-drawn');
		if (now < draw.beaconAt) throw new Problem('board-too-early');
		const { index, counter } = await pick(draw.commitment, beacon, draw.outcomes);
		const { by, at } = signed(context);
		await setDrawn(db, draw.id, { beacon, index, counter, by, at });
		await context.record('draw.drawn', { id: boarder.call.id, draw: draw.id, index });
		return { slug, solving: draw.solving };
	}
});

/** A draw that cannot count is given up, with the reason. It stays to be seen, and another needs another commitment. */
export const voidDraw = useCase('programmes.voidDraw', {
	input: Voiding,
	on: async (context, input) => held(await choosingAt(context, input)),
	may: whoClosesTheBoard,
	async run(context, { slug, voidWhy }, { boarder }) {
		const draw = await findStandingDraw(context.db, boarder.call.id);
		if (!draw) throw new Problem('board-not-committed');
		await setVoided(context.db, draw.id, { ...signed(context), why: voidWhy });
		await context.record('draw.voided', { id: boarder.call.id, draw: draw.id });
		return { slug, solving: draw.solving };
	}
});

/** Whose lots were drawn, by their ids. */
export async function drawnMembers(context: Context, draw: DrawRow): Promise<string[]> {
	const lots = readOutcomes(textOf(draw.list))[draw.index!]!;
	const known = await idsOfLots(context, draw);
	const members = lots.flatMap((lot) => known.get(lot) ?? []);
	if (members.length !== lots.length) throw new Problem('board-somebody-left');
	return members;
}

/** What one applicant may be given: where their own lot is in the list, and nothing of anybody else. */
export async function proofFor(draw: DrawRow, expression: string): Promise<Proof | undefined> {
	const { proofFor: of } = await proofsOf(readOutcomes(textOf(draw.list)), draw.secret);
	return of(lotOf(draw.secret, expression));
}

/** Whether this applicant's lot stands anywhere in the list. */
export function isInList(draw: DrawRow, expression: string): boolean {
	const lot = lotOf(draw.secret, expression);
	return readOutcomes(textOf(draw.list)).some((lots) => lots.includes(lot));
}

export async function idsOfLots(context: Context, { call, secret }: DrawRow): Promise<Map<string, string>> {
	return new Map((await listCandidates(context.db, call)).map(({ id }) => [lotOf(secret, id), id]));
}

/** A name in the list that nobody can read who has not the secret. */
export function lotOf(secret: Uint8Array, expression: string): string {
	return createHmac('sha256', secret)
		.update(`placard-draw-name-v1\0${expression}`)
		.digest('hex')
		.slice(0, 16);
}

export function textOf(list: Uint8Array): string {
	return new TextDecoder().decode(list);
}
