import { expect, test } from 'vitest';
import { formFields } from './form-action.ts';

function sent(pairs: [string, string][]): Request {
	return new Request('http://placard.test/', { method: 'POST', body: new URLSearchParams(pairs) });
}

test('a name given once is a word, several times a list', async () => {
	const fields = await formFields(
		sent([
			['name', 'Eira'],
			['topic', 'a'],
			['topic', 'b']
		])
	);
	expect(fields).toEqual({ name: 'Eira', topic: ['a', 'b'] });
});

test('a field called __proto__ is a field and nothing else', async () => {
	const fields = await formFields(sent([['__proto__', 'x']]));
	expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
	expect(Object.keys(fields)).toEqual(['__proto__']);
});

test('a form of five thousand fields is read, and keeps nobody else waiting', async () => {
	const request = sent(many(5_000));
	const started = performance.now();
	expect(Object.keys(await formFields(request))).toHaveLength(5_000);
	expect(performance.now() - started).toBeLessThan(1_000);
});

test.each([
	['urlencoded', new URLSearchParams(many(100_000))],
	['multipart', asFormData(many(20_000))]
])(
	'a form of more fields than any page asks for is refused before it fills the memory: %s',
	async (_, body) => {
		const whole = new Request('http://placard.test/', { method: 'POST', body });
		// As a stream of bytes: undici's own body of a FormData complains, to nobody, when it is not read to its end.
		const stream = new Blob([await whole.bytes()]).stream();
		const init = { method: 'POST', headers: whole.headers, body: stream, duplex: 'half' };
		const request = new Request(whole.url, init as RequestInit);
		await expect(formFields(request)).rejects.toMatchObject({ status: 413 });
	}
);

test.each([
	['a boundary that means nothing', 'application/x-www-form-urlencoded; boundary=x'],
	['capitals', 'Application/X-WWW-Form-Urlencoded; Boundary=x; charset=utf-8']
])('what a form says of itself lets nothing past the count: %s', async (_, type) => {
	const request = new Request('http://placard.test/', {
		method: 'POST',
		body: new URLSearchParams(many(20_000)).toString(),
		headers: { 'content-type': type }
	});
	await expect(formFields(request)).rejects.toMatchObject({ status: 413 });
});

test('of several boundaries the one counts by which it is read', async () => {
	const whole = new Request('http://placard.test/', { method: 'POST', body: asFormData(many(20_000)) });
	for (const type of [
		`${whole.headers.get('content-type')}; boundary=x`,
		whole.headers.get('content-type')!.replace(';', '; a="; boundary=x";')
	]) {
		const body = new Blob([await whole.clone().bytes()]).stream();
		const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' };
		await expect(formFields(new Request(whole.url, init as RequestInit))).rejects.toMatchObject({
			status: 413
		});
	}
});

test('a + is a space, as everywhere in what is urlencoded, and %2B a plus', async () => {
	const body = new URLSearchParams('one=a+b%2Bc+&t%77o=+%20d');
	expect(await formFields(new Request('http://placard.test/', { method: 'POST', body }))).toEqual({
		one: 'a b+c ',
		two: '  d'
	});
});

test('what somebody writes counts as one field, whatever lines and signs are in it', async () => {
	const text = 'salt & pepper\n--\n'.repeat(3_000);
	expect(await formFields(sent([['answer', text]]))).toEqual({ answer: text });
	expect(
		await formFields(
			new Request('http://placard.test/', { method: 'POST', body: asFormData([['answer', text]]) })
		)
	).toEqual({ answer: text.replaceAll('\n', '\r\n') });
});

function many(count: number): [string, string][] {
	return Array.from({ length: count }, (_, index) => [`f${index}`, 'x']);
}

function asFormData(pairs: [string, string][]): FormData {
	const form = new FormData();
	for (const [name, value] of pairs) form.append(name, value);
	return form;
}
