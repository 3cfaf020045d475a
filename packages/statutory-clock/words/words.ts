import type { CivilDate } from '../day.ts';
import type { Waiting } from '../reckoning.ts';

/** What an explanation is made of, in one language. */
export type Words = {
	date(date: CivilDate): string;
	/** A holiday, weekday or other reason, which the engine names in English. */
	reason(why: string): string;
	due(date: string): string;
	/** A window that closes on the person who asks. */
	actBy(date: string): string;
	arguable(date: string): string;
	/** The day itself, where the one before was a working day sooner. */
	closes(date: string): string;
	cannotTell(date: string): string;
	onlyExpected: string;
	waiting: Readonly<Record<Waiting['for'], (since: string) => string>>;
	payBy(date: string): string;
	couldExtend(notice: string, extended: string): string;
	wasExtended(notice: string): string;
	escalate(date: string): string;
	counted(days: number, from: string, to: string): string;
	leftOut(reasons: string): string;
	weekendDays(days: number): string;
	moved(from: string, to: string): string;
	notAdvice: string;
};
