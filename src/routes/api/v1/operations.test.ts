import { Validator as JsonValidator, type Schema } from '@cfworker/json-schema';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { formShapes, readForm } from '#areas/forms';
import { actOnMany, withdrawExpression } from '#areas/programmes/server';
import { answer, makeToken, openApi, revokeToken } from '#server/api';
import type { Actor } from '#shared/actor';
import { aCall } from '../../../../tests/call-world.ts';
import { begun, sent, type Held } from '../../../../tests/expression-world.ts';
import { eiraAtWork } from '../../../../tests/people.ts';
import { withOwnWorld, type OwnWorld } from '../../../../tests/world.ts';
import { operations } from './operations.ts';

const now = new Date();
const month = 30 * 86_400_000;
const day = (offset: number) => new Date(now.getTime() + offset).toISOString().slice(0, 10);
type Asking = { token?: string; method?: string; body?: unknown; headers?: Record<string, string> };

/** As a program asks. */
async function ask(path: string, { token, method = 'GET', body, headers = {} }: Asking = {}) {
	const url = new URL(`http://placard.test/api/v1${path}`);
	const sends = body === undefined ? {} : { body: JSON.stringify(body) };
	const request = new Request(url, {
		method,
		headers: {
			...(token ? { authorization: `Bearer ${token}` } : {}),
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers
		},
		...sends
	});
	const response = await answer(operations, {
		request,
		url,
		path: url.pathname.slice('/api/v1'.length),
		network: path
	});
	return {
		status: response.status,
		headers: response.headers,
		body: (await response.json()) as Record<string, unknown>
	};
}

const scopes = [
	'applications:read',
	'notes:read',
	'notes:write',
	'caseload:read',
	'caseload:write',
	'forms:read'
];
type Lived = { eira: Actor; token: string; id: string; held: Held[]; draft: Held; withdrawn: Held };

/** Three that were sent, one draft, one withdrawn. */
async function livedIn(world: OwnWorld): Promise<Lived> {
	return world.do(async (inside) => {
		await aCall(inside, {
			opens: `${day(-month)}T00:00`,
			closes: `${day(month)}T12:00`,
			published: new Date(now.getTime() - month)
		});
		const eira = (await eiraAtWork(inside, now)).known.actor;
		const held: Held[] = [];
		for (const _ of [1, 2, 3]) held.push(await sent(inside, { now }));
		const draft = await begun(inside, { now });
		const withdrawn = await sent(inside, { now });
		await withdrawExpression.within(inside.as(withdrawn.actor, now), {
			reference: withdrawn.reference,
			sure: 'yes'
		});
		const { token, id } = await makeToken.within(inside.as(eira, now), { name: 'Test', scopes, days: '30' });
		return { eira, token, id, held, draft, withdrawn };
	});
}

test('the document is OpenAPI 3.1 and says every operation once', async () => {
	const document = openApi(operations, {
		title: 'Placard',
		version: '1',
		server: '/api/v1',
		describe: 'Test.',
		named: formShapes
	});
	const result = await new Validator().validate(structuredClone(document));
	expect(result.errors ?? []).toEqual([]);
	expect(result.valid).toBe(true);
	const ids = operations.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	const text = JSON.stringify(document);
	expect(text).toContain('Idempotency-Key');
	const named = (document['components'] as { schemas: object }).schemas;
	const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
	expect(refs.length).toBe([...text.matchAll(/"\$ref"/g)].length);
	expect([...new Set(refs)].toSorted()).toEqual(Object.keys(named).toSorted());
	expect(text.length).toBeLessThan(100_000);
});

test(
	'without a token, with a wrong one, or without the scope, a program gets nothing but the reason',
	withOwnWorld(async (world) => {
		const { token, id, eira, held } = await livedIn(world);
		const path = '/programmes/spring/applications';
		for (const wrong of [undefined, 'placard_wrong', `${token}x`])
			expect(await ask(path, wrong === undefined ? {} : { token: wrong })).toMatchObject({ status: 401 });
		const narrow = await world.do((inside) =>
			makeToken.within(inside.as(eira, now), { name: 'Narrow', scopes: ['notes:read'], days: '30' })
		);
		const refused = await ask(path, { token: narrow.token });
		expect(refused).toMatchObject({ status: 403, body: { code: 'api-scope-missing' } });
		expect(JSON.stringify(refused.body)).not.toContain(held[0]!.reference);
		const cookie = await ask(path, { headers: { cookie: `placard_session=${token}` } });
		expect(cookie.status).toBe(401);
		await world.do((inside) => revokeToken.within(inside.as(eira, now), { id }));
		expect(await ask(path, { token })).toMatchObject({ status: 401, body: { code: 'api-token-unknown' } });
	})
);

test(
	'every answer has the shape that the document promises',
	withOwnWorld(async (world) => {
		const { token, held, eira } = await livedIn(world);
		const one = `/programmes/spring/applications/${held[0]!.reference}`;
		const act = { slug: 'spring', act: 'release', reference: held[0]!.reference };
		const { deed } = await world.do((inside) => actOnMany.within(inside.as(eira, now), act));
		const paths: Record<string, string> = {
			listProgrammes: '/programmes',
			showProgramme: '/programmes/spring',
			listApplications: '/programmes/spring/applications',
			showApplication: one,
			listNotes: `${one}/notes`,
			listTags: '/programmes/spring/tags',
			listColleagues: '/programmes/spring/colleagues',
			showCase: `${one}/case`,
			showDeed: `/programmes/spring/deeds/${deed}`,
			listForms: '/programmes/spring/forms',
			showForm: '/programmes/spring/forms/1'
		};
		for (const { id, answer: shape, method } of operations.filter((op) => op.method === 'get')) {
			const { status, body } = await ask(paths[id] ?? id, { token, method: method.toUpperCase() });
			expect(status, id).toBe(200);
			expect(v.safeParse(shape, body).issues ?? [], id).toEqual([]);
		}
	})
);

test(
	'pages go on where the last ended: each that was sent once, and never a draft, a withdrawal or access needs',
	withOwnWorld(async (world) => {
		const { token, held, draft, withdrawn } = await livedIn(world);
		const seen: string[] = [];
		let text = '';
		let cursor: string | null = null;
		do {
			const query = `limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
			const { body } = await ask(`/programmes/spring/applications?${query}`, { token });
			text += JSON.stringify(body);
			seen.push(...(body['applications'] as { reference: string }[]).map(({ reference }) => reference));
			cursor = body['next'] as string | null;
		} while (cursor !== null);
		expect(seen.toSorted()).toEqual(held.map(({ reference }) => reference).toSorted());
		expect(text).not.toContain('A room without steps.');
		for (const { reference } of [draft, withdrawn])
			expect(await ask(`/programmes/spring/applications/${reference}`, { token })).toMatchObject({
				status: 404
			});
		const bad = await ask('/programmes/spring/applications?cursor=nonsense&limit=0', { token });
		expect(bad).toMatchObject({ status: 422, body: { fields: [{ name: 'limit', code: 'out-of-range' }] } });
	})
);

test(
	'a form that is read through a program can be kept again, and its schema judges answers',
	withOwnWorld(async (world) => {
		const { token, eira } = await livedIn(world);
		const narrow = await world.do((inside) =>
			makeToken.within(inside.as(eira, now), { name: 'Narrow', scopes: ['applications:read'], days: '30' })
		);
		for (const path of ['/programmes/spring/forms', '/programmes/spring/forms/1']) {
			expect(await ask(path)).toMatchObject({ status: 401 });
			expect(await ask(path, { token: narrow.token })).toMatchObject({ status: 403 });
		}
		const { body: list } = await ask('/programmes/spring/forms?limit=1', { token });
		expect(list).toMatchObject({ forms: [{ number: 1 }] });
		const { body: rest } = await ask(`/programmes/spring/forms?cursor=${String(list['next'])}`, { token });
		expect(rest).toEqual({ forms: [], next: null });
		const { body } = await ask('/programmes/spring/forms/1', { token });
		expect(readForm(body['form']).faults).toBeUndefined();
		const schema = new JsonValidator(body['answers'] as Schema, '2020-12');
		expect(schema.validate({ email: 'not one' }).valid).toBe(false);
		const all = body['answers'] as { required: string[]; properties: object };
		expect(all.required).toContain('group');
		expect(Object.keys(all.properties)).toContain('recording-file');
		for (const wrong of [
			'/programmes/spring/forms/2',
			'/programmes/nowhere/forms/1',
			'/programmes/nowhere/forms'
		])
			expect(await ask(wrong, { token })).toMatchObject({ status: 404 });
		expect(await ask('/programmes/spring/forms/first', { token })).toMatchObject({ status: 422 });
	})
);

test(
	'the same key does nothing twice, even at the same moment, and nothing else under it',
	withOwnWorld(async (world) => {
		const { token, held } = await livedIn(world);
		const path = `/programmes/spring/applications/${held[0]!.reference}/notes`;
		const body = { note: 'Ring on Monday.' };
		const post = (key: string | undefined, sent: unknown = body) =>
			ask(path, { token, method: 'POST', body: sent, headers: key ? { 'idempotency-key': key } : {} });
		expect(await post(undefined)).toMatchObject({ status: 400, body: { code: 'api-key-missing' } });
		const all = await Promise.all(Array.from({ length: 8 }, () => post('monday')));
		expect(new Set(all.map((one) => JSON.stringify([one.status, one.body]))).size).toBe(1);
		expect(all[0]!.status).toBe(201);
		expect(await post('monday', { note: 'Another.' })).toMatchObject({ body: { code: 'api-key-reused' } });
		expect(await post('empty', { note: ' ' })).toMatchObject({ status: 422 });
		expect(await post('empty', { note: 'Now with words.' })).toMatchObject({ status: 201 });
		const { body: kept } = await ask(path, { token });
		expect((kept['notes'] as { words: string }[]).map(({ words }) => words).toSorted()).toEqual([
			'Now with words.',
			'Ring on Monday.'
		]);
	})
);

test(
	'tags and who looks after what: refused without the scope, done once, seen by all, and undone as one',
	withOwnWorld(async (world) => {
		const { token, eira, held, draft, withdrawn } = await livedIn(world);
		const narrow = await world.do((inside) =>
			makeToken.within(inside.as(eira, now), { name: 'N', scopes: ['caseload:read'], days: '30' })
		);
		const person = eira.kind === 'person' ? eira.id : '';
		const home = '/programmes/spring';
		const post = (path: string, key: string, body?: unknown, by: string | undefined = token) =>
			ask(home + path, {
				...(by ? { token: by } : {}),
				method: 'POST',
				body,
				headers: { 'idempotency-key': key }
			});
		const give = { act: `assign:${person}`, reference: held.map(({ reference }) => reference) };
		for (const path of ['/tags', '/deeds']) {
			expect(await post(path, 'a', give, '')).toMatchObject({ status: 401 });
			expect(await post(path, 'a', give, narrow.token)).toMatchObject({ status: 403 });
		}
		const { body: made } = await post('/tags', 'tag', { name: 'Ring back', colour: 'amber' });
		expect((await post('/tags', 'tag', { name: 'Ring back', colour: 'amber' })).body).toEqual(made);
		expect(await post('/tags', 'other', { name: 'ring BACK', colour: 'red' })).toMatchObject({
			status: 422,
			body: { fields: [{ name: 'name', code: 'taken' }] }
		});
		const act = `tag:${String(made['id'])}`;
		for (const wrong of ['spam', 'tag:', `tag:${person}`, `assign:${String(made['id'])}`])
			expect(await post('/deeds', `w-${wrong}`, { ...give, act: wrong })).toMatchObject({ status: 422 });
		const unseen = { act, reference: [draft.reference, withdrawn.reference, 'BCD-FGH'] };
		expect((await post('/deeds', 'unseen', unseen)).body).toMatchObject({ changed: [] });
		const { reference } = held[0]!;
		const tagged = await post('/deeds', 'one', { act, reference: [reference] });
		expect(tagged).toMatchObject({ status: 201, body: { did: 'tagged', changed: [reference] } });
		const given = await post('/deeds', 'give', give);
		expect((given.body['changed'] as string[]).toSorted()).toEqual(give.reference.toSorted());
		expect((await post('/deeds', 'give', give)).body).toEqual(given.body);
		const shown = await ask(`${home}/applications/${reference}/case`, { token: narrow.token });
		expect(shown.body).toMatchObject({ tags: [{ name: 'Ring back' }], looked_after_by: { id: person } });
		for (const hidden of [draft, withdrawn])
			expect(await ask(`${home}/applications/${hidden.reference}/case`, { token })).toMatchObject({
				status: 404
			});
		expect((await ask(`${home}/tags`, { token })).body).toMatchObject({ tags: [{ count: 1 }] });
		const undo = await post(`/deeds/${String(given.body['id'])}/undo`, 'undo');
		expect((undo.body['changed'] as string[]).toSorted()).toEqual(give.reference.toSorted());
		expect((await ask(`${home}/applications/${reference}/case`, { token })).body['looked_after_by']).toBe(
			null
		);
		expect(await post('/deeds/0badc0de-0000-4000-8000-0000000badc0/undo', 'no')).toMatchObject({
			status: 404
		});
	})
);

test('what is not there is said in one sentence, as JSON', async () => {
	expect(await ask('/nowhere')).toMatchObject({ status: 404, body: { code: 'api-no-such-address' } });
	const wrong = await ask('/programmes', { method: 'DELETE' });
	expect(wrong).toMatchObject({ status: 405 });
	expect(wrong.headers.get('allow')).toBe('GET');
	expect(wrong.headers.get('content-type')).toBe('application/problem+json');
});
