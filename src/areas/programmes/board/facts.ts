import type { Applicant } from '#packages/selection';

/*
 * What a panel is told of a cohort beside its numbers: worked out from its members when somebody looks, so that no answer is
 * kept with it.
 */

export type Facts = {
	/** Topics that somebody wishes to learn and nobody else in the room teaches: expert sessions to plan. */
	untaught: { topic: string; wishedBy: string[] }[];
	members: Map<string, { only: { question: string; value: string }[]; teaches: string[] }>;
};

export function factsOf(members: readonly Applicant[], questions: readonly string[]): Facts {
	const taughtBy = (topic: string, but?: Applicant) =>
		members.some((one) => one !== but && one.offers.includes(topic));
	const wished = [...new Set(members.flatMap(({ needs }) => needs))].toSorted();
	return {
		untaught: wished.flatMap((topic) => {
			const wishedBy = members.filter((one) => one.needs.includes(topic) && !taughtBy(topic, one));
			return wishedBy.length ? [{ topic, wishedBy: wishedBy.map(({ id }) => id) }] : [];
		}),
		members: new Map(members.map((one) => [one.id, ownOf(one, members, questions)]))
	};
}

/** What one member brings that nobody else does. */
function ownOf(member: Applicant, members: readonly Applicant[], questions: readonly string[]) {
	const others = members.filter((one) => one !== member);
	return {
		only: questions
			.map((question) => ({ question, value: member.attributes[question] ?? '' }))
			.filter(({ question, value }) => value && others.every((one) => one.attributes[question] !== value)),
		teaches: member.offers.filter(
			(topic) =>
				others.some(({ needs }) => needs.includes(topic)) &&
				!others.some(({ offers }) => offers.includes(topic))
		)
	};
}

/** How often each stands there, the most first. */
export function countsOf(values: readonly string[]): { value: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
