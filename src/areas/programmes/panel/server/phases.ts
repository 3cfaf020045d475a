import { instantOf } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { staff, useCase, type Context, type Details } from '#server/use-case';
import { findPublishedCall, lockCall, type StandingCall } from '../../server/call.sql.ts';
import { signed } from '../../server/signed.ts';
import { BeginPhase, PlanPhases } from '../panel.schema.ts';
import { outOfOrder, phaseAt, phases, type Phase, type Planned } from '../phases.ts';
import { listPhases, savePhases } from './phase.sql.ts';

/** When each phase begins. One that has begun keeps its instant: what was shown by it cannot be unseen. */
export const planPhases = useCase('programmes.planPhases', {
	input: PlanPhases,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug, ...local }, call) {
		const { db, now } = context;
		await lockCall(db, call.id);
		const begun = (await listPhases(db, call.id)).filter(({ beginsAt }) => beginsAt <= now);
		const later = phases.flatMap((phase): Planned[] => {
			const at = local[phase];
			if (at === null || begun.some((one) => one.phase === phase)) return [];
			return [{ phase, beginsAt: instantOf(at, call.zone) }];
		});
		const past = later.find(({ beginsAt }) => beginsAt <= now);
		if (past) throw new Unusable({ [past.phase]: 'not-later' });
		const planned = [...begun, ...later];
		const wrong = outOfOrder(planned);
		if (wrong) throw new Unusable({ [wrong]: 'phase-out-of-order' });
		await savePhases(db, { call: call.id, planned, ...signed(context) });
		await context.record('panel.phases-planned', { id: call.id });
		return { slug };
	}
});

/** Now, before its planned instant; those between are passed over. */
export const beginPhase = useCase('programmes.beginPhase', {
	input: BeginPhase,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug, phase }, call) {
		await lockCall(context.db, call.id);
		const current = phaseAt(await listPhases(context.db, call.id), context.now);
		if (current && phases.indexOf(phase) <= phases.indexOf(current)) throw new Problem('phase-over');
		await begin(context, call, phase);
		return { slug };
	}
});

type Recording = Context & { record: (event: string, details: Details) => Promise<void> };

/** Whoever begins it: from now on it is the one at work. */
export async function begin(
	context: Recording,
	{ id: call }: Pick<StandingCall, 'id'>,
	phase: Phase
): Promise<void> {
	const { db, now } = context;
	const known = await listPhases(db, call);
	const others = known.filter((one) => one.phase !== phase && !isPassedOver(one, phase, now));
	await savePhases(db, { call, planned: [...others, { phase, beginsAt: now }], ...signed(context) });
	await context.record('panel.phase-begun', { id: call, phase });
}

function isPassedOver(one: Planned, begun: Planned['phase'], now: Date): boolean {
	return one.beginsAt > now && phases.indexOf(one.phase) < phases.indexOf(begun);
}
