/** What waits for staff, from facts that the areas and the outbox give. Pure. */
export type CallFacts = {
	slug: string;
	name: string;
	phase: 'draft' | 'announced' | 'open' | 'last-minutes' | 'closed' | 'archived';
	gaps: readonly { stops: boolean }[];
	unpublished: boolean;
	/** What was decided was told. */
	isReleased?: boolean;
	dates: { decisionsBy: string | null };
};
export type LetterFacts = readonly { state: string; count: number }[];
/** Campaigns of a programme that nobody coordinates, since no address is known. */
export type UninvitedFacts = readonly { slug: string; name: string; count: number }[];
type Facts = { calls: readonly CallFacts[]; letters: LetterFacts; uninvited: UninvitedFacts };

export type Todo =
	| { what: 'write' | 'fill' | 'publish' | 'publish-changes'; slug: string; name: string; count: number }
	| { what: 'decide'; slug: string; name: string; day: string; isLate: boolean }
	| { what: 'letters'; state: string; count: number }
	| { what: 'uninvited'; slug: string; name: string; count: number };

/** What stops people comes first: letters that do not arrive, campaigns without anybody, promises that are due, then what could be published. */
export function todosOf({ calls, letters, uninvited }: Facts, today: string): Todo[] {
	return [
		...lettersToSee(letters),
		...uninvited.map((one): Todo => ({ what: 'uninvited', ...one })),
		...calls.flatMap((call) => decisionDue(call, today)),
		...calls.flatMap(writing)
	];
}

/** Letters in these states go on by themselves or are done; the others need somebody. */
const needSomebody = ['failed', 'bounced', 'held'];

function lettersToSee(letters: LetterFacts): Todo[] {
	const some = letters.filter(({ state, count }) => count > 0 && needSomebody.includes(state));
	return some.map(({ state, count }) => ({ what: 'letters', state, count }));
}

function decisionDue(
	{ phase, slug, name, isReleased, dates: { decisionsBy } }: CallFacts,
	today: string
): Todo[] {
	if (phase !== 'closed' || !decisionsBy || isReleased) return [];
	return [{ what: 'decide', slug, name, day: decisionsBy, isLate: decisionsBy < today }];
}

function writing({ phase, slug, name, gaps, unpublished }: CallFacts): Todo[] {
	const stopping = gaps.filter((gap) => gap.stops).length;
	const one = (what: 'write' | 'fill' | 'publish' | 'publish-changes', count = 0): Todo[] => [
		{ what, slug, name, count }
	];
	if (phase === 'archived') return [];
	if (phase === 'draft') return stopping ? one('write', stopping) : one('publish');
	if (unpublished) return one('publish-changes');
	return phase === 'open' && gaps.length ? one('fill', gaps.length) : [];
}

/** The first steps of a house. They are shown until it has settled. */
export type FirstSteps = {
	named: boolean;
	coloured: boolean;
	hasProgramme: boolean;
	hasColleague: boolean;
	hasPublished: boolean;
};

/** Some houses are one person: whoever published a call knows their way. */
export function isSettled({ named, hasProgramme, hasColleague, hasPublished }: FirstSteps): boolean {
	return named && (hasPublished || (hasProgramme && hasColleague));
}
