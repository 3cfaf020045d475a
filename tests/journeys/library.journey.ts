import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCall } from '../call-world.ts';
import { answered } from '../expression-world.ts';
import { serve } from '../serve.ts';
import { textOf } from '../surfaces/html.ts';
import { RunningPlacard } from './server.ts';

/*
 * Rate limits, from both sides and over HTTP: thirty people behind one library address all finish; whoever guesses is
 * stopped, is told when to come back, and gets back what they typed. A proxy of ours says who asks (TRUST_PROXY).
 */
let placard: RunningPlacard;
/** A second process on the same database. */
let other: Awaited<ReturnType<typeof serve>>;
let folder: string;

beforeAll(async () => {
	placard = await RunningPlacard.start({ TRUST_PROXY: '1' });
	folder = await mkdtemp(path.join(tmpdir(), 'placard-library-'));
	other = await serve({ TRUST_PROXY: '1', DATABASE_URL: placard.url }, folder);
	await placard.do((world) => aCall(world, { closes: '2099-03-11T12:00' }));
}, 60_000);

afterAll(async () => {
	other?.child.kill('SIGTERM');
	if (other) await once(other.child, 'exit');
	await placard?.stop();
	await rm(folder, { recursive: true, force: true });
});

/** While somebody types a page; more of them are counted in src/server/web/ceiling.test.ts. */
const autosaves = 1;

test('thirty people in one library each send a whole application at the same time', async () => {
	const library = () => new Visitor(placard, '192.0.2.7');
	const waiting = Array.from({ length: 30 }, (_, n) => ({ n, visitor: library() }));
	const finished: number[] = [];
	const works = async () => {
		for (let next = waiting.pop(); next; next = waiting.pop()) {
			await applies(next.visitor, `person${next.n}@example.org`);
			finished.push(next.n);
		}
	};
	await Promise.all(Array.from({ length: 6 }, works));
	expect(finished).toHaveLength(30);
}, 300_000);

/** What one person sends: every page looked at, saved while they type, and sent; the link asked for twice. */
async function applies(visitor: Visitor, email: string): Promise<void> {
	await visitor.get('/programmes/spring');
	await visitor.get('/programmes/spring/apply/eligibility');
	const begun = await visitor.post('/programmes/spring/apply/eligibility', {});
	const home = /\/application\/[\w-]+/.exec(begun.location)![0];
	for (let times = 0; times < 2; times++) await visitor.post(`${home}/return-code?/send`, { email }, 303);
	for (const [page, fields] of Object.entries(answered)) {
		await visitor.get(`${home}/answer/${page}`);
		const theirs = page === 'contact' ? { ...fields, email } : fields;
		for (let times = 0; times < autosaves; times++)
			await visitor.post(`${home}/answer/${page}`, { ...theirs, then: 'stay' }, 200);
		await visitor.post(`${home}/answer/${page}`, theirs);
	}
	await visitor.get(`${home}/check`);
	const sent = await visitor.post(`${home}/send`, {});
	expect(sent.location).toContain('/sent');
}

test('whoever guesses return codes is stopped, told when to come back, and gets back what they typed', async () => {
	const guesser = new Visitor(placard, '198.51.100.1');
	const code = '7K2M-9QXA-0R4T-HB6C-ZW31';
	const statuses: number[] = [];
	let last: Answer | undefined;
	for (let tries = 0; tries < 320 && last?.status !== 429; tries++) {
		last = await guesser.post('/return', { code }, null);
		statuses.push(last.status);
	}
	expect(statuses.filter((status) => status !== 429)).toHaveLength(300);
	expect(Number(last!.retryAfter)).toBeGreaterThan(0);
	expect(Number(last!.retryAfter)).toBeLessThanOrEqual(600);
	expect(textOf(last!.body)).toMatch(/Try again in \d+ minutes?/);
	expect(last!.body).toContain(code);
	// The library is not touched by it.
	const neighbour = new Visitor(placard, '192.0.2.7');
	await neighbour.post('/return', { code }, 422);
}, 120_000);

test("a stranger fills nobody's letter box with links, from however many addresses, through both processes", async () => {
	const statuses: number[] = [];
	for (let n = 0; n < 7; n++) {
		const stranger = new Visitor(n % 2 ? other : placard, `198.51.100.${20 + n}`);
		statuses.push((await stranger.post('/sign-in?/link', { email: 'Eira@Example.org ' }, null)).status);
	}
	expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
});

test('whatever a stranger says of where they come from, our own proxy says where they do', async () => {
	const statuses: number[] = [];
	for (let n = 0; n < 151; n++) {
		const liar = new Visitor(placard, `203.0.113.${n}, 198.51.100.50`);
		statuses.push((await liar.post('/sign-in?/link', { email: `box${n}@example.org` }, null)).status);
	}
	expect(statuses.filter((status) => status === 303)).toHaveLength(150);
	expect(statuses.at(-1)).toBe(429);
}, 60_000);

type Answer = { status: number; location: string; body: string; retryAfter: string | null };

/** A browser without a script: sends forms, keeps cookies, follows nothing. */
class Visitor {
	readonly #placard: { address: string };
	readonly #from: string;
	#cookies = new Map<string, string>();

	constructor(placard: { address: string }, from: string) {
		this.#placard = placard;
		this.#from = from;
	}

	get(path: string): Promise<Answer> {
		return this.#ask(path, {}, 200);
	}

	post(
		path: string,
		fields: Record<string, string | string[]>,
		expected: number | null = 303
	): Promise<Answer> {
		const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
		return this.#ask(path, { method: 'POST', body: new URLSearchParams(pairs) }, expected);
	}

	async #ask(path: string, init: RequestInit, expected: number | null): Promise<Answer> {
		const response = await fetch(this.#placard.address + path, {
			...init,
			redirect: 'manual',
			headers: {
				accept: 'text/html',
				origin: this.#placard.address,
				cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
				'x-forwarded-for': this.#from
			}
		});
		const body = await response.text();
		for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
		if (expected !== null) expect(response.status, `${path}: ${textOf(body).slice(0, 300)}`).toBe(expected);
		const { headers, status } = response;
		return { status, body, location: headers.get('location') ?? '', retryAfter: headers.get('retry-after') };
	}

	/** The same application has a cookie for each language; one is enough here. */
	#keep(cookie: string): void {
		const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
		this.#cookies.set(name, value);
	}
}
