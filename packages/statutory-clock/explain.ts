import type { Clock } from './clock.ts';
import type { Skip } from './calendar.ts';
import { notes } from './notes.ts';
import type { Step } from './reckoning.ts';
import { regimeOf, type RegimeName } from './regimes.ts';
import { rules } from './rules.ts';
import { cy } from './words/cy.ts';
import { en } from './words/en.ts';
import type { Words } from './words/words.ts';

/** Welsh is unreviewed, and whoever shows it says so. */
export type Language = 'en' | 'cy';

export const languages: readonly Language[] = ['en', 'cy'];

const wordsOf: Readonly<Record<Language, Words>> = { en, cy };

/** The answer and its working in plain words: a paragraph each. */
export function explain(clock: Clock, language: Language): string[] {
	const words = wordsOf[language];
	return [
		...answer(clock, words),
		...clock.contested.map((rule) => cited(rule, language)),
		...clock.notes.map((note) => notes[note][language]),
		...clock.steps.map((step) => line(step, words, language)),
		words.notAdvice
	];
}

function answer(clock: Clock, words: Words): string[] {
	const { due, latestArguable, waiting, binds, escalate, regime, unknownDay } = clock;
	const said: string[] = [];
	if (unknownDay) said.push(words.cannotTell(words.date(unknownDay)));
	if (due) said.push((isOurs(regime) ? words.actBy : words.due)(words.date(due)));
	if (due && latestArguable && latestArguable !== due)
		said.push((isOurs(regime) ? words.closes : words.arguable)(words.date(latestArguable)));
	if (binds === 'guidance') said.push(words.onlyExpected);
	if (waiting) said.push(words.waiting[waiting.for](words.date(waiting.since)));
	if (waiting?.until) said.push(words.payBy(words.date(waiting.until)));
	if (escalate) said.push(words.escalate(words.date(escalate)));
	return [...said, ...extension(clock, words)];
}

function extension({ due, noticeDue, extendedDue }: Clock, words: Words): string[] {
	if (!noticeDue || !extendedDue) return [];
	const notice = words.date(noticeDue);
	return [
		due === extendedDue ? words.wasExtended(notice) : words.couldExtend(notice, words.date(extendedDue))
	];
}

/** Windows that close on whoever asks, rather than on whoever answers. */
export function isOurs(regime: RegimeName): boolean {
	const { kind } = regimeOf(regime);
	return kind === 'window' || /-request$|^ICO|^FTT/.test(regime);
}

function line({ rule, from, to, counted, skipped }: Step, words: Words, language: Language): string {
	const [start, end] = [words.date(from), words.date(to)];
	const days = counted ? words.counted(counted, start, end) : from === to ? '' : words.moved(start, end);
	const left = skipped.length ? words.leftOut(reasons(skipped, words)) : '';
	return [cited(rule, language), days || `${start}.`, left].filter(Boolean).join(' ');
}

function cited(rule: keyof typeof rules, language: Language): string {
	const { binds, source, [language]: says } = rules[rule];
	return binds === 'assumption' ? says : `${says} (${source})`;
}

/** Weekends by their number; every other day by its date. */
function reasons(skipped: readonly Skip[], words: Words): string {
	const isWeekend = ({ why }: Skip) => why === 'Saturday' || why === 'Sunday';
	const weekend = skipped.filter(isWeekend).length;
	const named = skipped.filter((day) => !isWeekend(day));
	return [
		...(weekend ? [words.weekendDays(weekend)] : []),
		...stretches(named).map((days) => `${words.reason(days[0]!.why)}, ${until(days, words)}`)
	].join('; ');
}

function until(days: readonly Skip[], words: Words): string {
	const [first, last] = [words.date(days[0]!.date), words.date(days.at(-1)!.date)];
	return first === last ? first : `${first} – ${last} (${days.length})`;
}

/** Days in a row with one reason are told together. */
function stretches(days: readonly Skip[]): Skip[][] {
	const found: Skip[][] = [];
	for (const day of days) {
		const last = found.at(-1);
		if (last?.[0]?.why === day.why) last.push(day);
		else found.push([day]);
	}
	return found;
}
