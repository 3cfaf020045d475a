import type { Kind } from '../question.ts';
import type { Reason } from './report.ts';
import { numeral, parse, type Expression, type Sign } from './xpath.ts';

/*
 * What XLSForm calls a constraint, and we call limits: a range, a number of words, a number of choices. `.` is the
 * answer itself.
 */

/** The limits of a question as a constraint; '' without any. */
export function constraintFor(kind: Kind): string {
	const { least, most, maxWords, atMost } = kind as {
		least?: number | string;
		most?: number | string;
		maxWords?: number;
		atMost?: number;
	};
	const said = (limit: number | string) => (typeof limit === 'number' ? numeral(limit) : `date('${limit}')`);
	return [
		least === undefined ? '' : `. >= ${said(least)}`,
		most === undefined ? '' : `. <= ${said(most)}`,
		maxWords === undefined ? '' : `${countOfWords} <= ${maxWords}`,
		kind.kind === 'several' && atMost !== undefined ? `count-selected(.) <= ${atMost}` : ''
	].filter(Boolean).join(' and '); // prettier-ignore
}

/** One more than the spaces between words, which XPath can count. */
const countOfWords =
	"string-length(normalize-space(.)) - string-length(translate(normalize-space(.), ' ', '')) + 1";
const countRead = JSON.stringify(parse(countOfWords));

export type Limits = { least?: number | string; most?: number | string; maxWords?: number; atMost?: number };
type Known = 'number' | 'decimal' | 'date' | 'text' | 'several' | 'other';

/** The limits in a constraint, as far as ours can say them, and what of it they cannot. */
export function limitsIn(constraint: string, kind: Known): { limits: Limits; why: Reason[] } {
	const whole = parse(constraint);
	const parts = whole?.is === 'and' ? whole.of : whole ? [whole] : [];
	const limits: Limits = {};
	let missed = !whole;
	const why: Reason[] = [];
	for (const part of parts) {
		const found = limitIn(part, kind);
		if (found?.why) why.push(found.why);
		if (found) narrow(limits, found.limits);
		else missed = true;
	}
	if (missed) why.push({ code: 'check-not-taken', expression: constraint.slice(0, 200) });
	return { limits, why };
}

function narrow(limits: Limits, { least, most, maxWords, atMost }: Limits): void {
	if (least !== undefined)
		limits.least = limits.least !== undefined && limits.least > least ? limits.least : least;
	if (most !== undefined) limits.most = limits.most !== undefined && limits.most < most ? limits.most : most;
	if (maxWords !== undefined) limits.maxWords = maxWords;
	if (atMost !== undefined) limits.atMost = atMost;
}

type Found = { limits: Limits; why?: Reason } | undefined;

function limitIn(part: Expression, kind: Known): Found {
	if (part.is === 'call' && part.name === 'true') return { limits: {} };
	if (part.is !== 'compare') return undefined;
	const { sign, left, right } = straight(part);
	if (left.is === 'itself' && (kind === 'number' || kind === 'decimal')) return range(sign, right, kind);
	if (left.is === 'itself' && kind === 'date') return days(sign, right);
	const highest = right.is === 'number' ? atMostIn(sign, right.number) : undefined;
	if (highest === undefined) return undefined;
	if (kind === 'text' && JSON.stringify(left) === countRead) return whole('maxWords', highest, 20_000);
	if (kind === 'text' && isCall(left, 'string-length')) return letters(highest);
	return kind === 'several' && isCall(left, 'count-selected') ? whole('atMost', highest, 1000) : undefined;
}

const turned: Record<Sign, Sign> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** "120 >= ." is ". <= 120". */
function straight({ sign, left, right }: Extract<Expression, { is: 'compare' }>) {
	const isTurned = left.is === 'number' || left.is === 'text';
	return isTurned ? { sign: turned[sign], left: right, right: left } : { sign, left, right };
}

function range(sign: Sign, right: Expression, kind: 'number' | 'decimal'): Found {
	const number =
		right.is === 'number' ? right.number : right.is === 'text' && right.text ? Number(right.text) : NaN;
	if (!Number.isFinite(number)) return undefined;
	if (sign === '>=') return { limits: { least: number } };
	if (sign === '<=') return { limits: { most: number } };
	if (kind === 'decimal' || !Number.isInteger(number)) return undefined;
	if (sign === '>') return { limits: { least: number + 1 } };
	return sign === '<' ? { limits: { most: number - 1 } } : undefined;
}

/** date('2026-03-11'), or the day as it is. Days that move with today are none of ours. */
function days(sign: Sign, right: Expression): Found {
	const said = right.is === 'call' && right.name === 'date' ? right.with[0] : right;
	const day = said?.is === 'text' && /^\d{4}-\d\d-\d\d$/.test(said.text) ? said.text : undefined;
	if (day === undefined || Number.isNaN(Date.parse(day))) return undefined;
	if (sign === '>=') return { limits: { least: day } };
	if (sign === '<=') return { limits: { most: day } };
	if (sign === '>') return { limits: { least: dayBeside(day, 1) } };
	return sign === '<' ? { limits: { most: dayBeside(day, -1) } } : undefined;
}

function dayBeside(day: string, by: number): string {
	return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}

function atMostIn(sign: Sign, number: number): number | undefined {
	if (sign === '<=') return Math.floor(number);
	return sign === '<' ? Math.ceil(number) - 1 : undefined;
}

function isCall(one: Expression, name: string): boolean {
	return one.is === 'call' && one.name === name && one.with.length === 1 && one.with[0]!.is === 'itself';
}

function whole(name: 'maxWords' | 'atMost', highest: number, most: number): Found {
	return highest >= 1 && highest <= most ? { limits: { [name]: highest } } : undefined;
}

/** We count words, as people do. A word and its space are some six letters; of a few letters no limit can be made. */
function letters(highest: number): Found {
	if (!Number.isFinite(highest) || highest < 60) return undefined;
	const maxWords = Math.min(20_000, Math.ceil(highest / 6));
	return { limits: { maxWords }, why: { code: 'letters-as-words', letters: highest, words: maxWords } };
}
