import { expect, test } from 'vitest';
import { stepOf } from './totp.ts';

/** RFC 4226, appendix D. */
const secret = new TextEncoder().encode('12345678901234567890');
const codes = [
	'755224',
	'287082',
	'359152',
	'969429',
	'338314',
	'254676',
	'287922',
	'162583',
	'399871',
	'520489'
];
const at = (step: number) => new Date(step * 30_000);

test('a code of another time, of another shape or of another secret is none', () => {
	expect(stepOf(secret, codes[5]!, at(7), -1)).toBeUndefined();
	expect(stepOf(secret, codes[5]!, at(3), -1)).toBeUndefined();
	expect(stepOf(secret, '', at(5), -1)).toBeUndefined();
	expect(stepOf(secret, `${codes[5]!}0`, at(5), -1)).toBeUndefined();
	expect(stepOf(new Uint8Array(20), codes[5]!, at(5), -1)).toBeUndefined();
});

test('the codes of RFC 4226 are right in their half-minute and in the two beside it', () => {
	for (const [step, code] of codes.entries()) {
		expect(stepOf(secret, code, at(step), -1)).toBe(step);
		expect(stepOf(secret, code, at(step + 1), -1)).toBe(step);
		if (step > 0) expect(stepOf(secret, code, at(step - 1), -1)).toBe(step);
	}
});

test('the codes of RFC 6238, appendix B, in their last six digits', () => {
	for (const [seconds, code] of [
		[59, '287082'],
		[1111111109, '081804'],
		[1111111111, '050471'],
		[1234567890, '005924'],
		[2000000000, '279037'],
		[20000000000, '353130']
	] as const)
		// prettier-ignore
		expect(stepOf(secret, code, new Date(seconds * 1000), -1)).toBe(Math.floor(seconds / 30));
});

test('what was taken, and what came before it, is not taken again', () => {
	expect(stepOf(secret, codes[5]!, at(5), 5)).toBeUndefined();
	expect(stepOf(secret, codes[4]!, at(5), 5)).toBeUndefined();
	expect(stepOf(secret, codes[6]!, at(5), 5)).toBe(6);
});
