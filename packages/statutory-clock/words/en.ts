import { dayOf, weekdayOf } from '../day.ts';
import type { Words } from './words.ts';

const months = 'January February March April May June July August September October November December'.split(
	' '
);
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const en: Words = {
	date: (date) =>
		`${weekdays[weekdayOf(dayOf(date))]} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`,
	reason: (why) => why,
	due: (date) => `An answer is due by the end of ${date}.`,
	actBy: (date) => `Act by the end of ${date}.`,
	arguable: (date) => `Somebody could defend ${date}: only after that day say that it is unlawfully late.`,
	closes: (date) => `The window itself closes on ${date}.`,
	cannotTell: (date) => `We cannot tell the day: the holidays of ${date} are not known here.`,
	onlyExpected: 'This is what is expected. No law demands it, so say “late”, not “unlawful”.',
	waiting: {
		clarification: (since) =>
			`The clock has stood still since ${since}, until the details that were asked for arrive.`,
		identity: (since) => `The clock has stood still since ${since}, until it is settled who is asking.`,
		fee: (since) => `The clock has stood still since ${since}, until the fee is paid.`
	},
	payBy: (date) => `A fee that is paid after ${date} need not be answered.`,
	couldExtend: (notice, extended) =>
		`If more time is claimed, people must be told by the end of ${notice}; it would then be due on ${extended}.`,
	wasExtended: (notice) => `People had to be told of the longer time by the end of ${notice}.`,
	escalate: (date) => `If there is no outcome by the end of ${date}, the regulator takes a complaint.`,
	counted: (days, from, to) => `${days} working days counted after ${from}, the last of them ${to}.`,
	leftOut: (reasons) => `Left out: ${reasons}.`,
	weekendDays: (days) => `${days} days of weekends`,
	moved: (from, to) => `From ${from} to ${to}.`,
	notAdvice: 'This is a reminder, not legal advice.'
};
