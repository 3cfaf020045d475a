import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { cohortReportInThread, type CohortReport } from '#packages/selection';
import { ourselves, useCase, type Context } from '#server/use-case';
import { house } from '#shared/actor';
import { findTerms } from '../../terms/server/find-terms.ts';
import type { Instance } from '../instance.ts';
import { solvedOf } from '../solved.ts';
import { findInstance } from './candidates.ts';
import { beginSolving, endSolving, findSolving, keepAnswer, saySolving, type Best } from './solving.sql.ts';

/** How often it says how far it is, and hears that nobody wants it any more. */
const often = 400;
/** Bounds each of HiGHS's searches; where one is stopped by it, the answer says that it is not proven, and how far off it can be. */
const seconds = 60;

class NotWanted extends Error {}

/** Works one out, in short transactions around a thread of its own. One that was begun before is left alone. */
export async function solve(solving: string): Promise<void> {
	const begun = await takeSolving(house, { solving });
	if (!begun) return;
	try {
		const report = await reported(solving, begun);
		await keepSolving(house, { solving, report, basis: begun.instance.basis });
	} catch (error) {
		if (error instanceof NotWanted) return;
		await failSolving(house, { solving });
		throw error;
	}
}

type Begun = { instance: Instance; lots: number | undefined };

async function reported(solving: string, { instance, lots }: Begun): Promise<CohortReport> {
	const stop = new AbortController();
	let share = 0;
	let stage = 'cohort';
	let best: Best | null = null;
	const timer = setInterval(() => {
		sayHowFar(house, { solving, share, stage, best }).then(
			(isWanted) => void (isWanted || stop.abort(new NotWanted())),
			(error: unknown) => stop.abort(error)
		);
	}, often);
	try {
		return await cohortReportInThread(
			instance.call,
			instance.applicants,
			{ seed: 1, withWeights: true, lots, seconds },
			{
				signal: stop.signal,
				progress: (done, what) => ([share, stage] = [done, what]),
				better: (ids, objective) => (best = { members: [...ids], objective })
			}
		);
	} finally {
		clearInterval(timer);
	}
}

const ById = v.object({ solving: v.pipe(v.string(), v.uuid()) });

/** Once, whoever takes it first. Lots only of what the call published. */
export const takeSolving = useCase('programmes.takeSolving', {
	input: ById,
	on: found,
	may: ourselves,
	async run(context, _, { solving }): Promise<Begun | undefined> {
		const instance = await findInstance(context, solving.call, solving.changes);
		const { lots } = await findTerms(context, solving.call);
		if (!instance || !(await beginSolving(context.db, solving.id, context.now, digestOf(instance))))
			return undefined;
		return { instance, lots: lots.areDrawn ? lots.band / 100 : undefined };
	}
});

/** False: it was cancelled. */
export const sayHowFar = useCase('programmes.sayHowFar', {
	input: v.object({
		...ById.entries,
		share: v.number(),
		stage: v.string(),
		best: v.nullable(v.object({ members: v.array(v.string()), objective: v.number() }))
	}),
	on: found,
	may: ourselves,
	run: ({ db, now }, { share, stage, best }, { solving }) =>
		saySolving(db, solving.id, { share, stage, best }, now)
});

export const keepSolving = useCase('programmes.keepSolving', {
	input: v.object({
		...ById.entries,
		report: v.custom<CohortReport>((value) => typeof value === 'object' && value !== null),
		basis: v.picklist(['calibrated', 'plain', 'none'])
	}),
	on: found,
	may: ourselves,
	async run({ db, now, record }, { report, basis }, { solving }) {
		if (!(await keepAnswer(db, solving.id, solvedOf(report, basis), now))) return;
		await record('board.solved', { id: solving.call, solving: solving.id });
	}
});

export const failSolving = useCase('programmes.failSolving', {
	input: ById,
	on: found,
	may: ourselves,
	run: ({ db, now }, _, { solving }) => endSolving(db, solving.id, 'failed', now)
});

async function found({ db }: Context, { solving: id }: { solving: string }) {
	const solving = await findSolving(db, id);
	return solving && { solving };
}

function digestOf({ call, applicants }: Instance): string {
	return createHash('sha256').update(JSON.stringify({ call, applicants })).digest('hex');
}
