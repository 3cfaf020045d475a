/** Who asks for a place, as far as choosing a cohort is concerned. No names: only what the call said would count. */
export type Applicant = {
	readonly id: string;
	/** Kind of data campaign, community, region, level, stage …: one value each. */
	readonly attributes: Readonly<Record<string, string>>;
	/** How people describe themselves. They enter rules and counts, never a score. */
	readonly groups: readonly string[];
	/** Topics that this applicant can teach, and topics that they wish to learn. */
	readonly offers: readonly string[];
	readonly needs: readonly string[];
	/** From 0 to 1, calibrated; its standard error. */
	readonly score: number;
	readonly scoreError: number;
	readonly isEligible: boolean;
};

/** An attribute of applicants, or `groups`, whose value `*` is any group at all. */
export type Quota = {
	readonly attribute: string;
	readonly value: string;
	readonly min: number;
	readonly max: number;
};

/** What the call published before it opened. */
export type CohortCall = {
	/** How many places there are. */
	readonly size: number;
	/** How much each attribute counts in Difference, in any unit: shares are taken. */
	readonly attributes: Readonly<Record<string, number>>;
	readonly weights: Weights;
	/** Nobody below it is chosen. */
	readonly leastScore: number;
	readonly quotas: readonly Quota[];
	/** Two who may not be in one cohort. */
	readonly exclusions: readonly (readonly [string, string])[];
	readonly lockedIn: readonly string[];
	readonly ruledOut: readonly string[];
	/** Values that nobody may hold alone: none, or at least two. */
	readonly notAlone: readonly (readonly [attribute: string, value: string])[];
};

export type Weights = { readonly difference: number; readonly match: number; readonly score: number };

/** Ids in the order of their code units: the same on every machine, whatever order they came in. */
export function byId(one: { id: string }, other: { id: string }): number {
	return one.id < other.id ? -1 : Number(one.id > other.id);
}

export function holds(applicant: Applicant, attribute: string, value: string): boolean {
	if (attribute !== 'groups') return applicant.attributes[attribute] === value;
	return value === '*' ? applicant.groups.length > 0 : applicant.groups.includes(value);
}
