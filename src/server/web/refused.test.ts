import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import type { UseCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { formAction } from './form-action.ts';

const missing = (() => Promise.reject(new Problem('not-found'))) as unknown as UseCase<unknown, never>;
const gone = formAction(missing, () => '/');

/** The page that a form sent to what is not there is answered with. */
async function answer(fields: Record<string, string>) {
	const request = new Request('http://placard.test/', { method: 'POST', body: new URLSearchParams(fields) });
	const event = { request, locals: { actor: visitor }, params: {}, getClientAddress: () => '127.0.0.1' };
	return gone(event as unknown as RequestEvent).catch((thrown: unknown) => {
		if (isHttpError(thrown)) return { ...thrown.body, status: thrown.status };
		throw thrown;
	});
}

test('words written for what is not there any more are handed back, with all that came along', async () => {
	expect(await answer({ edition: '1', note: 'Ring back on Monday.' })).toMatchObject({
		status: 404,
		code: 'not-found',
		kept: [
			['edition', '1'],
			['note', 'Ring back on Monday.']
		]
	});
});

test('a button pressed for what is not there says no more than that', async () => {
	const answered = await answer({ reference: 'K7M-4QX', sure: 'yes' });
	expect(answered).toMatchObject({ status: 404, code: 'not-found' });
	expect(answered).not.toHaveProperty('kept');
});
