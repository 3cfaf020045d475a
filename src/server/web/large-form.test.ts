import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { filesFolder } from '../../../tests/files.ts';
import { largeForm } from './large-form.ts';

const request = (form: FormData) => new Request('http://placard.test/', { method: 'POST', body: form });
const waiting = () => readdir(`${filesFolder}/incoming`).catch(() => []);

test('words and files come as in any form, in their order, and the files are gone when all is done', async () => {
	const bytes = randomBytes(3_000_000);
	const form = new FormData();
	form.append('words', 'dŵr\r\nيوم');
	form.append('film', new File([bytes], 'ein ffilm – dŵr.webm', { type: 'video/webm' }));
	form.append('none', new File([], ''));
	form.append('words', 'more');
	const { pairs, forget } = await largeForm(request(form));
	expect(pairs.map(([name]) => name)).toEqual(['words', 'film', 'words']);
	expect([pairs[0]![1], pairs[2]![1]]).toEqual(['dŵr\r\nيوم', 'more']);
	const film = pairs[1]![1] as File;
	expect([film.name, film.size, film instanceof File]).toEqual(['ein ffilm – dŵr.webm', 3_000_000, true]);
	expect(Buffer.from(await film.arrayBuffer()).equals(bytes)).toBe(true);
	await forget();
	expect(await waiting()).toEqual([]);
});

test('a form that breaks off, is none, or is too large leaves nothing', async () => {
	const whole = await request(withFile(200_000)).bytes();
	const boundary = Buffer.from(whole).toString('latin1', 2, Buffer.from(whole).indexOf('\r\n'));
	const broken = (bytes: Uint8Array<ArrayBuffer>) =>
		new Request('http://placard.test/', {
			method: 'POST',
			body: bytes,
			headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }
		});
	for (const bytes of [whole.slice(0, 100_000), whole.slice(0, 30)])
		await expect(largeForm(broken(bytes))).rejects.toMatchObject({ code: 'unreadable-form' });
	vi.stubEnv('UPLOAD_MOST_MEGABYTES', '0.1');
	await expect(largeForm(request(withFile(200_000)))).rejects.toMatchObject({ code: 'too-large' });
	vi.unstubAllEnvs();
	expect(await waiting()).toEqual([]);
});

test.each([
	['a field', () => [['words', 'x'.repeat((1 << 20) + 1)]]],
	['fields', () => Array.from({ length: 5_001 }, (_, index) => [`f${index}`, 'x'])]
])('%s beyond the limit is refused with a sentence and not cut short in silence', async (_, pairs) => {
	const form = withFile(1_000);
	for (const [name, value] of pairs()) form.append(name!, value!);
	await expect(largeForm(request(form))).rejects.toMatchObject({ code: 'too-large' });
	expect(await waiting()).toEqual([]);
});

function withFile(size: number): FormData {
	const form = new FormData();
	form.append('film', new File([randomBytes(size)], 'a.webm'));
	return form;
}
