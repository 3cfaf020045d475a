import { expect, test } from 'vitest';
import { isWriting } from './came-back.ts';

test('words that somebody wrote are told from what a form sends by itself', () => {
	for (const words of ['Ring on Monday', 'Monday.\nOr later', 'Interesting!', 'Gŵyl', '星期一', '/ of them'])
		expect(isWriting(words), words).toBe(true);
	const own = ['', ' \n', '1', 'yes', 'stop-or-modify', 'K7M-4QX', '7K2M-9QXA-0R4T', '/desk/programmes'];
	for (const value of [...own, '00000000-0000-4000-8000-00000000002d'])
		expect(isWriting(value), value).toBe(false);
});
