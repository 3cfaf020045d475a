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

export function maximinSentence(name: string, found: Evidence, side: Side, groups: number): string {
	const interval = side === 'agree' ? found.agreeInterval : found.disagreeInterval;
	const who =
		groups === 1 ? 'Among everybody in the conversation' : `Even in group ${name}, which does so least`;
	return `${who}, at least ${percent(interval[0])} likely ${side}: ${found[side]} of ${found.seen}.`;
}

export function geometricSentence(mean: number, low: number, side: Side, groups: number): string {
	const all =
		groups === 1 ? 'everybody in the conversation' : `${groups} groups, each counting as much as another`;
	return `Over ${all}, ${percent(mean)} ${side} with it, likely at least ${percent(low)}.`;
}

export function divisiveSentence(
	more: [string, Evidence],
	less: [string, Evidence],
	interval: [number, number]
): string {
	const part = ([name, found]: [string, Evidence]) =>
		`${found.agree} of ${found.seen} in group ${name} (${percent(found.agreeRate)})`;
	const points = Math.round((more[1].agreeRate - less[1].agreeRate) * 100);
	const likely = `likely between ${Math.round(interval[0] * 100)} and ${Math.round(interval[1] * 100)}`;
	return `${part(more)} agree, and ${part(less)}: ${points} points apart, ${likely}.`;
}

export function slateSentence(found: Evidence, first: number, reached: number): string {
	const new_ = first === 1 ? '1 person agrees' : `${first} people agree`;
	return `${counted(found, 'agree')}; ${new_} with it and with none above it, so that ${percent(reached)} now agree with at least one.`;
}
