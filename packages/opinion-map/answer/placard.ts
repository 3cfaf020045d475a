import { sure } from '../groups/choose.ts';
import type { PlacardReport } from '../placard/report.ts';
import { commonAnswer } from './answer.ts';
import { listAnswers } from './lists.ts';

const reasons: Record<PlacardReport['because'], string> = {
	given: 'The groups were given; whether they hold was not tested.',
	groups:
		'These groups are clearer apart than chance would make them, and most people would be in the same group had other people of the same kind taken part.',
	'too-few-people': 'There are no separate groups: too few people have voted.',
	'too-small':
		'There are no separate groups: every division leaves a group of fewer than five people, or than five in a hundred.',
	'by-chance': 'There are no separate groups: votes dealt out by chance divide people as clearly.',
	unsettled:
		'There are no separate groups: had other people of the same kind taken part, most would be in another group.',
	'not-tested': 'These groups were not compared with chance.'
};

export function placardAnswer(report: PlacardReport) {
	const { grouping, choice, profile, seed, because } = report;
	const { likeness, resamples } = choice.membership ?? {};
	return {
		profile,
		seed,
		k: grouping.names.length,
		because,
		sentence: reasons[because],
		...commonAnswer(report),
		membership: membershipAnswer(report),
		group_details: grouping.names.map((name, group) => ({
			group: grouping.ids[group],
			name,
			size: grouping.sizes[group],
			confidence: report.confidence ? choice.membership?.ofGroup[group] : null
		})),
		...listAnswers(report),
		candidates: candidatesAnswer(report),
		uncertainty: { shuffles: choice.chance.shuffles, resamples: resamples ?? 0, likeness: likeness ?? null }
	};
}

/** Below the limit somebody stands between groups: their group is worked with and not shown. */
function membershipAnswer({ ballots, grouping, confidence }: PlacardReport) {
	if (!confidence) return {};
	const people = [...ballots.people.keys()].filter((at) => grouping.of[at]! >= 0);
	return Object.fromEntries(
		people.map((at) => [
			ballots.people[at]!,
			{
				group: grouping.ids[grouping.of[at]!],
				confidence: confidence[at]!,
				between: confidence[at]! < sure
			}
		])
	);
}

/** Each division that was tried, with the people in it: k = 2 to 5. */
function candidatesAnswer({ ballots, choice, order }: PlacardReport) {
	const ranks = Array.from(choice.members, (member, place) => ({ person: order[member]!, place }));
	ranks.sort((a, b) => a.person - b.person);
	return choice.candidates.map(({ k, silhouette, inertia, smallest, isLargeEnough, of }, at) => ({
		k,
		silhouette,
		inertia,
		smallest,
		large_enough: isLargeEnough,
		by_chance: choice.chance.divisions[at]?.byChance ?? null,
		clearest_by_chance: choice.chance.divisions[at]?.clearestByChance ?? null,
		beyond_chance: choice.chance.divisions[at]?.isBeyondChance ?? null,
		groups: Object.fromEntries(ranks.map(({ person, place }) => [ballots.people[person]!, of[place]!]))
	}));
}
