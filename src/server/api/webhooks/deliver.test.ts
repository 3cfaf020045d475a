import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addWebhook, endWebhook, showWebhooks } from '#server/api';
import { note } from '../../use-case/events.ts';
import { visitor, type Actor } from '#shared/actor';
import { linkOnly, roleless } from '../../../../tests/expression-world.ts';
import { eiraAtWork } from '../../../../tests/people.ts';
import { withOwnWorld, type OwnWorld } from '../../../../tests/world.ts';
import { deliverNext, idsIn } from './deliver.ts';
import { isInside, isWebAddress } from './reachable.ts';

type Heard = { headers: IncomingHttpHeaders; body: string };
let server: Server;
let heard: Heard[];
let status = 204;

beforeEach(async () => {
	[heard, status] = [[], 204];
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			heard.push({ headers: request.headers, body });
			response
				.writeHead(status, status === 302 ? { location: url('/elsewhere') } : {})
				.end('words that nobody reads');
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	process.env['PLACARD_WEBHOOKS'] = 'inside';
});
afterEach(() => {
	server.close();
	delete process.env['PLACARD_WEBHOOKS'];
});

const url = (path = '/told') => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const now = new Date();
const clock = (minutes: number) => () => new Date(now.getTime() + minutes * 60_000);
const id = '00000000-0000-4000-8000-0000000000aa';

/** Eira adds an address, and an application is sent. */
async function told(world: OwnWorld) {
	return world.do(async (inside) => {
		const eira = (await eiraAtWork(inside, now)).known.actor;
		const added = await addWebhook.within(inside.as(eira, now), {
			url: url(),
			events: ['expression.submitted']
		});
		await note(
			inside.as(visitor, now),
			'expression.submitted',
			{ id, call: id, name: 'Asha', count: 3 },
			'full'
		);
		await note(inside.as(visitor, now), 'expression.begun', { id }, 'full');
		await inside.runJobs(now);
		return { eira, ...added };
	});
}
const shown = (world: OwnWorld, eira: Actor) =>
	world.do(async (inside) => (await showWebhooks.within(inside.as(eira, now), {})).webhooks[0]!);

test(
	'an address is told of what it asked for: ids, signed so that it can believe them',
	withOwnWorld(async (world) => {
		const { eira, secret } = await told(world);
		expect(await deliverNext(clock(0))).toBe(true);
		expect(await deliverNext(clock(0))).toBe(false);
		const { headers, body } = heard[0]!;
		expect(JSON.parse(body)).toEqual({
			type: 'expression.submitted',
			timestamp: now.toISOString(),
			data: { id, call: id }
		});
		const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
		const text = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
		expect(headers['webhook-signature']).toBe(
			`v1,${createHmac('sha256', key).update(text).digest('base64')}`
		);
		expect((await shown(world, eira)).last).toMatchObject([{ status: 204, dueAt: null, arrivedAt: now }]);
	})
);

test(
	'one that does not answer is tried again later, follows nowhere, and is given up after three days, with a letter',
	withOwnWorld(async (world) => {
		const { eira } = await told(world);
		status = 302;
		await deliverNext(clock(0));
		expect(await deliverNext(clock(0.5))).toBe(false);
		let at = 1;
		for (; heard.length < 10; at += 60) await deliverNext(clock(at));
		expect(at).toBeGreaterThan(2 * 24 * 60);
		expect(heard.every(({ headers }) => headers['webhook-id'] === heard[0]!.headers['webhook-id'])).toBe(
			true
		);
		expect(await shown(world, eira)).toMatchObject({
			stopped: 'failing',
			last: [{ status: 302, arrivedAt: null }]
		});
		const letters = await world.do((inside) => inside.post(clock(at)()));
		expect(letters.filter(({ template }) => template === 'webhook-stopped')).toHaveLength(1);
	})
);

test(
	'one that wants no more, was stopped, or whose owner left, is told nothing',
	withOwnWorld(async (world) => {
		const { eira, id: webhook } = await told(world);
		await world.do((inside) => endWebhook.within(inside.as(eira, now), { id: webhook }));
		expect(await deliverNext(clock(0))).toBe(false);
		const again = await world.do((inside) =>
			addWebhook.within(inside.as(eira, now), { url: url(), events: ['call.closed'] })
		);
		await world.do(async (inside) => {
			await note(inside.as(visitor, now), 'call.closed', { id }, 'full');
			await inside.runJobs(now);
			await inside.db`update identity.appointment set ended_at = ${now}`;
		});
		expect(await deliverNext(clock(0))).toBe(true);
		expect(heard).toEqual([]);
		const [row] = await world.do(
			(inside) => inside.db`select stopped_why from api.webhook where id = ${again.id}`
		);
		expect(row).toMatchObject({ stoppedWhy: 'left' });
	})
);

test(
	'only staff who are there themselves add an address',
	withOwnWorld(async (world) => {
		await world.do(async (inside) => {
			for (const actor of [visitor, linkOnly, roleless])
				await expect(
					addWebhook.within(inside.as(actor), { url: url(), events: ['call.closed'] })
				).rejects.toMatchObject({ code: 'not-found' });
		});
	})
);

test('no address leads inside our own walls', () => {
	delete process.env['PLACARD_WEBHOOKS'];
	for (const inside of [
		'127.0.0.1',
		'10.1.2.3',
		'169.254.169.254',
		'192.168.1.1',
		'::1',
		'fd00::1',
		'::ffff:10.0.0.1',
		'0.0.0.0'
	])
		expect(isInside(inside), inside).toBe(true);
	for (const outside of ['93.184.215.14', '2606:2800:21f:cb07::1'])
		expect(isInside(outside), outside).toBe(false);
	for (const wrong of [
		'http://example.org/',
		'https://me:secret@example.org/',
		'https://127.0.0.1/',
		'https://[::1]/',
		'ftp://example.org',
		'words'
	])
		expect(isWebAddress(wrong), wrong).toBe(false);
	expect(isWebAddress('https://example.org/told?by=placard')).toBe(true);
});

test('nothing but ids goes out, whatever an event says', () => {
	expect(idsIn({ id, name: 'Asha', count: 2, yes: true, none: null })).toEqual({ id });
});
