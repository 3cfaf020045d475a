import type { Clock } from './clock.ts';
import type { CivilDate } from './day.ts';
import { notes } from './notes.ts';
import type { Step } from './reckoning.ts';
import { rules, type RuleId } from './rules.ts';

/** One answer of `placard clock`. Fields that have nothing to say are left out; `due` is null where no day can be named. */
export type AnswerRow = {
	readonly id: string;
	readonly due: CivilDate | null;
	/** Only where the law is contested: the day after which nobody can defend it. */
	readonly due_latest_arguable?: CivilDate;
	readonly notice_due?: CivilDate;
	/** The same day under the two names it has in the examples and their checker. */
	readonly extended_due?: CivilDate;
	readonly due_if_extended?: CivilDate;
	readonly escalate?: CivilDate;
	readonly binds: 'statute' | 'guidance';
	readonly waiting?: Clock['waiting'];
	readonly cannot_tell?: string;
	readonly contested?: readonly { readonly rule: RuleId; readonly source: string; readonly says: string }[];
	readonly notes?: readonly string[];
	readonly steps: readonly AnswerStep[];
};

type AnswerStep = Step & { readonly source: string; readonly says: string };

export function answerRow(clock: Clock): AnswerRow {
	const { id, due, latestArguable, binds } = clock;
	return {
		id,
		due,
		...(latestArguable !== null && latestArguable !== due ? { due_latest_arguable: latestArguable } : {}),
		...extension(clock),
		...(clock.escalate ? { escalate: clock.escalate } : {}),
		binds,
		...(clock.waiting ? { waiting: clock.waiting } : {}),
		...(clock.cannotTell ? { cannot_tell: clock.cannotTell } : {}),
		...(clock.contested.length ? { contested: clock.contested.map(explained) } : {}),
		...(clock.notes.length ? { notes: clock.notes.map((note) => notes[note].en) } : {}),
		steps: clock.steps.map((step) => ({ ...explained(step.rule), ...step }))
	};
}

function extension({ noticeDue, extendedDue }: Clock) {
	return {
		...(noticeDue ? { notice_due: noticeDue } : {}),
		...(extendedDue ? { extended_due: extendedDue, due_if_extended: extendedDue } : {})
	};
}

function explained(rule: RuleId) {
	const { source, en } = rules[rule];
	return { rule, source, says: en };
}
