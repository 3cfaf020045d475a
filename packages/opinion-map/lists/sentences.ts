import type { Side } from '../statistics/standing.ts';
import type { Evidence } from './evidence.ts';

export function percent(share: number): string {
	return `${Math.round(share * 100)}%`;
}

/** "45 of 60 agree (75%, likely between 63% and 84%)" */
export function counted(found: Evidence, side: Side): string {
	if (found.seen === 0) return `nobody has voted on it`;
	const interval = side === 'agree' ? found.agreeInterval : found.disagreeInterval;
	const rate = side === 'agree' ? found.agreeRate : found.disagreeRate;
	const likely = `likely between ${percent(interval[0])} and ${percent(interval[1])}`;
	return `${found[side]} of ${found.seen} ${side} (${percent(rate)}, ${likely})`;
}

export function representativeSentence(
	name: string,
	inside: Evidence,
	outside: Evidence,
	side: Side
): string {
	return `In group ${name}, ${counted(inside, side)}; among all others, ${counted(outside, side)}.`;
}

export function consensusSentence(everybody: Evidence, side: Side): string {
	return `Of everybody who voted on it, ${counted(everybody, side)}.`;
}
