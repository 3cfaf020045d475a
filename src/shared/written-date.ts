export type DateParts = { day: string; month: string; year: string; time: string };

/** "2024-03-11" from what somebody wrote in three boxes; undefined when that is no day of the calendar. */
export function readDay({ day, month, year }: DateParts): string | undefined {
	if (!/^\d{1,2}$/.test(day) || !/^(19|20|21)\d\d$/.test(year)) return undefined;
	const number = readMonth(month);
	if (!number) return undefined;
	const written = `${year}-${pad(number)}-${pad(Number(day))}`;
	const read = new Date(`${written}T00:00:00Z`);
	return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : undefined;
}

/** "15:30" from "15:30", "15.30", "3:30pm", "3 pm", "12 noon", "midnight"; undefined when that is no time of day. */
export function readClock(written: string): string | undefined {
	const plain = written.toLowerCase().replaceAll(/\s+/g, '').replaceAll('.', ':');
	if (/^(12)?noon$/.test(plain)) return '12:00';
	if (/^(12)?midnight$/.test(plain)) return '00:00';
	const [, hours, minutes = '00', half] = /^(\d{1,2})(?::(\d\d))?(?::00)?([ap]:?m:?)?$/.exec(plain) ?? [];
	if (hours === undefined || (half === undefined && !plain.includes(':')) || Number(minutes) > 59)
		return undefined;
	const hour = half === undefined ? Number(hours) : ofDay(Number(hours), half.startsWith('p'));
	return hour !== undefined && hour < 24 ? `${pad(hour)}:${minutes}` : undefined;
}

function ofDay(hour: number, afternoon: boolean): number | undefined {
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (afternoon ? 12 : 0);
}

/** A number, or the name of a month in English or Welsh as far as it is telling: "March", "maw". */
function readMonth(written: string): number | undefined {
	if (/^\d{1,2}$/.test(written)) return Number(written) || undefined;
	const start = written.toLowerCase();
	if (start.length < 3) return undefined;
	const found = months.findIndex((names) => names.split(' ').some((name) => name.startsWith(start)));
	return found < 0 ? undefined : found + 1;
}

const months = [
	'january ionawr',
	'february chwefror',
	'march mawrth',
	'april ebrill',
	'may mai',
	'june mehefin',
	'july gorffennaf',
	'august awst',
	'september medi',
	'october hydref',
	'november tachwedd',
	'december rhagfyr'
];

function pad(number: number): string {
	return String(number).padStart(2, '0');
}
