import * as v from 'valibot';
import { lines, number, oneOf, rows, someOf, text } from '#shared/fields';

/* What a call says about how its panel chooses. The same shape is written on the desk and kept with every version. */

export const hiddenUntil = ['discussion', 'selection', 'release'] as const;
export const powers = ['breaks-ties', 'ends-phases', 'releases'] as const;
export type ChairPower = (typeof powers)[number];

/** "region=wales": an option of a choice question of the call's form. */
const optionOf = text(300);

/** What a score means, a line each: "8: They say who decides, and when." */
export const Anchors = v.pipe(
	lines(10, 300),
	v.check((all) => all.every((line) => anchorIn(line) !== undefined), 'not-an-anchor')
);

/** "shown": the panel scores it and sees it, and it never counts in a sum. */
export const CriterionUse = oneOf(['shown']);

const Quota = {
	of: optionOf,
	min: number({ most: 1000 }),
	max: number({ most: 1000 }),
	why: text(600),
	/** Written by the server, from the form: it asks about the person. */
	isPersonal: oneOf(['yes'])
};

/** Null, and nothing: the host has not said. */
export const SaidTerms = v.object(
	{
		names: oneOf([...hiddenUntil, 'never-hidden']),
		readers: number({ least: 1, most: 20 }),
		parts: v.optional(
			v.object({ difference: percent(), match: percent(), score: percent() }, 'wrong-kind'),
			{} as never
		),
		attributes: rows({ question: text(80), weight: number({ most: 1000, whole: false }) }, 10),
		leastScore: number({ least: 1, most: 10, whole: false }),
		quotas: rows(Quota, 30),
		notAlone: rows({ of: optionOf }, 20),
		lots: oneOf(['drawn', 'not-drawn']),
		/** Per cent of the best cohort's worth. */
		band: number({ most: 20, whole: false }),
		reserves: number({ most: 500 }),
		quorum: number({ least: 1, most: 50 }),
		/** "none": the chair has no power of their own. */
		chair: someOf([...powers, 'none'])
	},
	'wrong-kind'
);
export type SaidTerms = v.InferOutput<typeof SaidTerms>;

/** The score and its words; undefined: it does not begin with a score from 1 to 10. */
export function anchorIn(line: string): { score: number; says: string } | undefined {
	const [, score, says] = /^(\d{1,2})\s*[:.=–-]\s*(\S.*)$/.exec(line) ?? [];
	const number = Number(score);
	return says && number >= 1 && number <= 10 ? { score: number, says } : undefined;
}

function percent() {
	return number({ most: 100, whole: false });
}
