import { asciiFigures } from './figures.ts';
import type { Question } from './question.ts';
import { wrong, type Reading } from './reading.ts';

type NumberQuestion = Pick<Extract<Question, { kind: 'number' }>, 'decimal' | 'least' | 'most'>;

/** "1,200", "£ 3 000", "12.5", "1,5", "٣٠٠": as people write numbers. */
export function readNumber({ decimal, least, most }: NumberQuestion, text: string): Reading {
	const value = numberIn(text);
	if (value === undefined) return wrong('not-a-number');
	if (!decimal && !Number.isSafeInteger(value)) return wrong('not-whole');
	if (least !== undefined && value < least) return wrong('too-small', { least });
	if (most !== undefined && value > most) return wrong('too-big', { most });
	return { value };
}

function numberIn(text: string): number | undefined {
	const plain = asciiFigures(text.trim())
		.replace(/[\s'’_]/g, '')
		.replace(/^[£€$]|[£€$%]$/g, '')
		.replace(/^[−–]/, '-');
	if (!/^[+-]?\d[\d.,]*$/.test(plain)) return undefined;
	return finite(Number(withoutGroups(plain)));
}

/** Commas in threes are thousands; one other comma is a decimal point. */
function withoutGroups(plain: string): string {
	if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return plain.replaceAll(',', '');
	if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(plain)) return plain.replaceAll('.', '').replace(',', '.');
	return plain.replace(',', '.');
}

function finite(number: number): number | undefined {
	return Number.isFinite(number) ? number : undefined;
}
