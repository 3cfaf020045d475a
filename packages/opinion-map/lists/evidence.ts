import type { Counts } from '../statistics/counts.ts';
import { otherGroups } from '../statistics/standing.ts';
import { shareInterval, type Interval } from './interval.ts';

/** What stands behind a number: counts, both rates of those who saw the statement, where they likely lie, and who saw it. */
export type Evidence = {
	agree: number;
	disagree: number;
	pass: number;
	/** How many voted on it, passes included. */
	seen: number;
	/** How many there are in all, and the share of them who voted on it. */
	people: number;
	exposure: number;
	agreeRate: number;
	disagreeRate: number;
	agreeInterval: Interval;
	disagreeInterval: Interval;
};

export function evidence(agree: number, disagree: number, seen: number, people: number): Evidence {
	return {
		agree,
		disagree,
		pass: seen - agree - disagree,
		seen,
		people,
		exposure: people ? seen / people : 0,
		agreeRate: seen ? agree / seen : 0,
		disagreeRate: seen ? disagree / seen : 0,
		agreeInterval: shareInterval(agree, seen),
		disagreeInterval: shareInterval(disagree, seen)
	};
}

export function evidenceOf(counts: Counts, group: number, statement: number, people: number): Evidence {
	const place = group * counts.statements + statement;
	return evidence(counts.agree[place]!, counts.disagree[place]!, counts.seen[place]!, people);
}

/** Of all other groups together. */
export function evidenceOfOthers(counts: Counts, group: number, statement: number, people: number): Evidence {
	const { agree, disagree, seen } = otherGroups(counts, group, statement);
	return evidence(agree, disagree, seen, people);
}
