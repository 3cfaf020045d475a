import { expect, test } from 'vitest';
import { newCode, newToken, readCode, verifierOf } from '#shared/tokens';

test('what is no code is read as none', () => {
	for (const written of ['', '7K2M', '7K2M-9QXA-0R4T-HB6C-ZW3', '7K2M-9QXA-0R4T-HB6C-ZW31-0', 'U'.repeat(20)])
		expect(readCode(written)).toBeUndefined();
	expect(readCode('7K2M-9QXA-0R4T-HB6C-ZW3*')).toBeUndefined();
});

test('a code is read as people write it', () => {
	const code = '7K2M-9QXA-0R41-HB6C-ZW31';
	for (const written of [
		code,
		code.toLowerCase(),
		' 7k2m 9qxa  oR4i hb6c zw3l ',
		'7K2M9QXAOR4LHB6CZW3I',
		'7K2M–9QXA—0R41‑HB6C-ZW31'
	])
		expect(readCode(written)).toBe(code);
});

test('codes and tokens are never the same twice, and a new code reads as itself', () => {
	const made = new Set(Array.from({ length: 200 }, () => newCode()));
	expect(made.size).toBe(200);
	for (const code of made) expect(readCode(code)).toBe(code);
	expect(new Set(Array.from({ length: 200 }, () => newToken())).size).toBe(200);
});

test('every symbol of a code is as likely as any other', () => {
	const counts: Record<string, number> = {};
	for (let n = 0; n < 4000; n++)
		for (const symbol of newCode().replaceAll('-', '')) counts[symbol] = (counts[symbol] ?? 0) + 1;
	expect(Object.keys(counts)).toHaveLength(32);
	// 80,000 symbols, 2,500 of each expected, standard deviation 49: eight of them is never chance.
	for (const count of Object.values(counts)) expect(Math.abs(count - 2500)).toBeLessThan(400);
});

test('a verifier is 32 bytes and tells nothing of the token', () => {
	const token = newToken();
	expect(verifierOf(token)).toHaveLength(32);
	expect(verifierOf(token).toString('latin1')).not.toContain(token);
	expect(verifierOf(token)).toEqual(verifierOf(token));
});
