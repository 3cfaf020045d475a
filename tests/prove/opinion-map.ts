// Conversations shuffled and disguised: what has no groups is not given any, and names and order change nothing. Further
// conversation packs, each a folder with votes.csv and published.json, are taken in with OPINION_MAP_PACKS=FOLDER.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ballotsFrom, placardReport, readGroups, readVotes, type Ballots } from '#packages/opinion-map';
import { dealer } from '../../packages/opinion-map/groups/shuffle.ts';
import { randomFrom } from '#packages/common';
import { disguised } from '../../packages/opinion-map/reference/worlds.ts';

export const name = 'opinion maps of shuffled and of disguised conversations';
export const rounds = { full: 100, sample: 4 };

const own = 'packages/opinion-map/examples';

export async function run({ rounds: count, seed }: { rounds: number; seed: number }) {
	const found = packs().map(({ title, ballots }) => ({ title, ...judge(ballots, count, seed) }));
	const failed = found.filter(({ alarms, changed }) => alarms > Math.max(1, count / 20) || changed > 0);
	for (const one of failed) console.log(one);
	const figures = Object.fromEntries(found.map(({ title, alarms, k }) => [title, `k ${k}, ${alarms} false`]));
	return { passed: 2 * found.length - failed.length, failed: failed.length, skipped: 0, figures };
}

function judge(ballots: Ballots, count: number, seed: number) {
	const deal = dealer(ballots);
	const rounds = Array.from({ length: count }, (_, round) => seed + round);
	const plain = placardReport(ballots, { resamples: 10 });
	const alarms = rounds.filter((one) => isGrouped(deal(randomFrom(one)))).length;
	const changed = rounds.slice(0, 20).filter((one) => {
		const other = disguised(ballots, one);
		const again = placardReport(other.ballots, { resamples: 10 });
		const place = new Map(again.ballots.people.map((id, at) => [id, at]));
		return ballots.people.some(
			(id, at) => again.grouping.of[place.get(other.people.get(id)!)!] !== plain.grouping.of[at]
		);
	}).length;
	return { k: plain.grouping.names.length, alarms, changed };
}

function isGrouped(ballots: Ballots): boolean {
	return placardReport(ballots, { resamples: 0 }).grouping.names.length > 1;
}

function packs(): { title: string; ballots: Ballots }[] {
	const further = process.env['OPINION_MAP_PACKS'];
	return [own, ...(further ? [further] : [])].flatMap((folder) =>
		readdirSync(folder)
			.filter((title) => existsSync(path.join(folder, title, 'published.json')))
			.map((title) => ({ title, ballots: ballotsOf(path.join(folder, title)) }))
	);
}

function ballotsOf(folder: string): Ballots {
	const { out, meta } = readGroups(readFileSync(path.join(folder, 'published.json'), 'utf8'));
	return ballotsFrom(readVotes(readFileSync(path.join(folder, 'votes.csv'), 'utf8')), {
		...(out ? { out } : {}),
		...(meta ? { meta } : {})
	});
}
