/** The phases of choosing, in their order. One is at work at a time: the last that has begun. */
export const phases = ['eligibility', 'review', 'discussion', 'selection', 'release'] as const;
export type Phase = (typeof phases)[number];
export type Planned = { phase: Phase; beginsAt: Date };

/** What each phase shows a panellist. The page prints this table, and every rule asks it. */
export type Shown = {
	/** Applications that were found eligible and that no conflict takes from them. */
	applications: boolean;
	/** Whether scores can be given and changed. */
	mayScore: boolean;
	/** Scores and reasons of the others. `after-own`: of one application, once one's own are in or one abstained. */
	others: 'never' | 'after-own' | 'always';
	/** The set that is proposed, and what it is compared with. */
	board: boolean;
	/** What was decided. Applicants learn of it when it is released, and not before. */
	decisions: boolean;
};

export const shown: Record<Phase, Shown> = {
	eligibility: { applications: false, mayScore: false, others: 'never', board: false, decisions: false },
	review: { applications: true, mayScore: true, others: 'never', board: false, decisions: false },
	discussion: { applications: true, mayScore: true, others: 'after-own', board: false, decisions: false },
	selection: { applications: true, mayScore: false, others: 'always', board: true, decisions: true },
	release: { applications: true, mayScore: false, others: 'always', board: true, decisions: true }
};

const nothing: Shown = {
	applications: false,
	mayScore: false,
	others: 'never',
	board: false,
	decisions: false
};

/** Before the first phase nothing is shown. */
export function shownIn(phase: Phase | null): Shown {
	return phase ? shown[phase] : nothing;
}

/** Null: none has begun. */
export function phaseAt(planned: readonly Planned[], now: Date): Phase | null {
	const begun = new Set(planned.filter(({ beginsAt }) => beginsAt <= now).map(({ phase }) => phase));
	return phases.findLast((phase) => begun.has(phase)) ?? null;
}

/** The phase that follows; null: the last is at work. */
export function nextPhase(phase: Phase | null): Phase | null {
	return phases[phase === null ? 0 : phases.indexOf(phase) + 1] ?? null;
}

/** Whether names are shown: from a phase on that the call named, or always. */
export function areNamesShown(namesFrom: Phase | null, phase: Phase | null): boolean {
	if (namesFrom === null) return true;
	return phase !== null && phases.indexOf(phase) >= phases.indexOf(namesFrom);
}

/** The first phase that would begin before the one that it follows. */
export function outOfOrder(planned: readonly Planned[]): Phase | undefined {
	const inOrder = phases.flatMap((phase) => planned.find((one) => one.phase === phase) ?? []);
	return inOrder.find(({ beginsAt }, at) => at > 0 && beginsAt <= inOrder[at - 1]!.beginsAt)?.phase;
}
