import { Problem, Unusable } from '#shared/problem';
import { useCase } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import { lockCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import { GoOn } from '../panel.schema.ts';
import { areNamesShown, nextPhase, type Phase } from '../phases.ts';
import { begin } from './phases.ts';
import { phaseEnder } from './policy.ts';
import { sittingAt } from './sitting.ts';
import { phaseLines, type PhaseLine } from './views.ts';

export type GoingOn = {
	slug: string;
	name: string;
	zone: string;
	phases: PhaseLine[];
	phase: Phase | null;
	/** Null: the last is at work. */
	next: Phase | null;
	/** When it would begin by itself. */
	plannedFor: Moment | null;
	/** The panel reads without names, and with them from then on. */
	showsNames: boolean;
};

/** The acting chair sees which phase would follow, and what follows from it. */
export const showGoingOn = useCase('programmes.showGoingOn', {
	input: BySlug,
	on: sittingAt,
	may: phaseEnder,
	async run(context, { slug }, { call, phase, names }): Promise<GoingOn> {
		const lines = await phaseLines(context, call);
		const next = nextPhase(phase);
		const at = lines.find((line) => line.phase === next)?.beginsAt;
		const { namesFrom } = await findTerms(context, call.id);
		return {
			slug,
			name: call.content.name,
			zone: call.zone,
			phases: lines,
			phase,
			next,
			plannedFor: at ? { instant: at, zone: call.zone } : null,
			showsNames: !names && next !== null && areNamesShown(namesFrom, next)
		};
	}
});

/**
 * The acting chair ends the phase at work: the next one begins now. It is the one that their page named, or nothing
 * happens: two who press at the same moment go on by one phase and not by two.
 */
export const goOn = useCase('programmes.goOn', {
	input: GoOn,
	on: sittingAt,
	may: phaseEnder,
	async run(context, { slug, phase, sure }, { call }) {
		if (!sure) throw new Unusable({ sure: 'missing' });
		await lockCall(context.db, call.id);
		const held = await sittingAt(context, { slug });
		if (!held || !phaseEnder(context.actor, held)) throw new Problem('not-found');
		if (nextPhase(held.phase) !== phase) throw new Problem('phase-meanwhile');
		await begin(context, call, phase);
		return { slug };
	}
});
