import type { Typed } from '#areas/forms';

/** What somebody may do with an application, each with all before it. One of them leads. */
export const powers = ['view', 'comment', 'edit', 'lead'] as const;
export type Power = (typeof powers)[number];
/** What the lead can give to others. */
export const gifts = ['view', 'comment', 'edit'] as const;

/** Besides the lead. */
export const mostPeople = 8;
/** Letters of invitation in a day, whoever they are to. */
export const mostLetters = 20;
export const daysToAnswer = 14;
/** So long the lead can say no to somebody who asks to take over. */
export const daysToSayNo = 7;
/** For so long somebody counts as looking at a page, after it was last shown to them. */
export const secondsOfPresence = 90;
/** Whoever changed an answer so lately, and still looks at its page, is writing there. */
export const secondsOfWriting = 120;
export const mostComments = 500;

export function isAtLeast(power: Power, least: Power): boolean {
	return powers.indexOf(power) >= powers.indexOf(least);
}

export function dayAfter(at: Date, days: number): Date {
	return new Date(at.getTime() + days * 86_400_000);
}

/** Where letters go and who is rung up is the lead's alone to say: with it goes the way in. */
export const aboutTheLead = ['contact-name', 'email', 'telephone'] as const;

/** What one person writes for themselves; the others neither change it nor find its earlier texts. */
export function isPersonal({ key, seenBy }: { key: string; seenBy: string }): boolean {
	return seenBy === 'access' || aboutTheLead.some((one) => one === key);
}

/**
 * Whether something that was written is gone. Typing on loses nothing: words may come in at one place, and the word
 * at that place may be longer now.
 */
export function losesWords(before: Typed, after: Typed): boolean {
	if (before === null) return false;
	if (typeof before === 'string') return typeof after !== 'string' || losesText(before, after);
	if (Array.isArray(before)) return !Array.isArray(after) || before.some((one) => !after.includes(one));
	return JSON.stringify(before) !== JSON.stringify(after);
}

function losesText(before: string, after: string): boolean {
	const [old, now] = [wordsOf(before), wordsOf(after)];
	const most = Math.min(old.length, now.length);
	let first = 0;
	while (first < most && old[first] === now[first]) first++;
	let last = 0;
	while (last < most - first && old.at(-1 - last) === now.at(-1 - last)) last++;
	const left = old.length - first - last;
	if (left === 0) return false;
	return left > 1 || !now[first]?.startsWith(old[first]!) || now.length - last <= first;
}

function wordsOf(text: string): string[] {
	return text.split(/\s+/).filter(Boolean);
}

/** Both texts in one: theirs first, since it was saved first. */
export function bothOf(theirs: Typed, mine: Typed): Typed {
	if (typeof theirs === 'string' && typeof mine === 'string') return `${theirs.trim()}\n\n${mine.trim()}`;
	if (Array.isArray(theirs) && Array.isArray(mine)) return [...new Set([...theirs, ...mine])];
	return mine;
}

/** Only words and lists can be put together. */
export function canBeBoth(kind: string): boolean {
	return ['long-text', 'short-text', 'several'].includes(kind);
}
