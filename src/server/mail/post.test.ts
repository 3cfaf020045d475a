import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mint, queueMail, template, type Order } from '#server/mail';
import { startJobs } from '#server/jobs';
import { someDay, withOwnWorld, type OwnWorld } from '../../../tests/world.ts';
import { everythingKept } from '../../../tests/everything-kept.ts';
import { decodedWords, openPostOffice } from '../../../tests/post-office.ts';
import { postAllDue } from './post.ts';

const minted: string[] = [];
mint('post-test', async () => {
	minted.push(randomBytes(16).toString('hex'));
	return Promise.resolve(`/return/${minted.at(-1)}`);
});
template('post-test', {
	on: async (_, details) => Promise.resolve(details),
	subject: ({ name }) => `Croeso i’r ŵyl, ${String(name)}`,
	body: () => ['Dyma’ch dolen.', { secret: 'post-test', words: 'Agor' }],
	goodForHours: 24 * 7
});
template('post-urgent', {
	on: async () => Promise.resolve({}),
	subject: () => 'Now',
	body: () => ['Now'],
	urgent: true,
	goodForHours: 1
});
template('post-broken', {
	on: () => Promise.reject(new Error('we made a mistake')),
	subject: () => '',
	body: () => []
});

const order: Order = {
	to: 'eira@example.org',
	template: 'post-test',
	locale: 'cy',
	details: { name: 'Eira' }
};
const minute = 60_000;
const later = (minutes: number) => new Date(someDay.getTime() + minutes * minute);
const at = (now: Date) => () => now;

let queued = 0;
/** Each a moment after the one before, so that they go in this order. */
const queue = (world: OwnWorld, more: Partial<Order> = {}) =>
	world.do((inside) =>
		queueMail(inside.as(undefined, new Date(someDay.getTime() - minute + queued++)), { ...order, ...more })
	);
const standing = async (world: OwnWorld) =>
	world.do(async ({ db }) => [
		...(await db<Record<string, unknown>[]>`
			select address, state, reason, words, attempts, again_at from mail.standing order by queued_at, address`)
	]);

beforeEach(() => void vi.stubEnv('MAIL_FROM', 'Gŵyl <helo@gwyl.example>'));
afterEach(() => vi.unstubAllEnvs());

test(
	'a letter reaches a real mail server whole, and its secret is nowhere else',
	withOwnWorld(async (world) => {
		const said = captured();
		const post = await openPostOffice();
		const id = await queue(world, { details: { name: 'Siân\r\nBcc: pawb@example.org' } });
		expect(await postAllDue(at(someDay))).toBe(1);
		const [letter] = post;
		const token = minted.at(-1)!;
		expect(post).toHaveLength(1);
		expect(letter).toMatchObject({ from: 'helo@gwyl.example', to: ['eira@example.org'] });
		expect(decodedWords(letter!.headers.get('subject')!)).toBe('Croeso i’r ŵyl, Siân Bcc: pawb@example.org');
		expect(letter!.headers.has('bcc')).toBe(false);
		expect(Object.fromEntries(letter!.headers)).toMatchObject({
			to: 'eira@example.org',
			'message-id': `<${id}@gwyl.example>`,
			'auto-submitted': 'auto-generated',
			'content-language': 'cy'
		});
		expect(decodedWords(letter!.headers.get('from')!)).toBe('Gŵyl <helo@gwyl.example>');
		expect(letter!.text).toContain(`Agor:\nhttp://localhost:3000/cy/return/${token}`);
		expect(letter!.html).toContain(`href="http://localhost:3000/cy/return/${token}"`);
		expect(await standing(world)).toMatchObject([{ state: 'sent', attempts: 1 }]);
		const kept = await world.do(({ db }) => everythingKept(db));
		expect(kept).toContain('[dolen neu god preifat');
		expect(kept).not.toContain(token);
		expect(said()).not.toContain(token);
		expect(await postAllDue(at(later(60)))).toBe(0);
	})
);

test(
	'a server that asks to wait is asked again, a minute later and then less and less often',
	withOwnWorld(async (world) => {
		const post = await openPostOffice({ letter: [[451, '4.3.0 Try later'], [452, '4.3.1 Full'], undefined] });
		const id = await queue(world);
		await postAllDue(at(someDay));
		expect(await standing(world)).toMatchObject([
			{ state: 'later', reason: 'asked-to-wait', words: '451 4.3.0 Try later', againAt: later(1) }
		]);
		expect(await postAllDue(at(new Date(later(1).getTime() - 1)))).toBe(0);
		await postAllDue(at(later(1)));
		expect(await standing(world)).toMatchObject([{ state: 'later', attempts: 2, againAt: later(3) }]);
		await postAllDue(at(later(3)));
		expect(await standing(world)).toMatchObject([{ state: 'sent', attempts: 3 }]);
		expect(post.map((letter) => letter.headers.get('message-id'))).toEqual([`<${id}@gwyl.example>`]);
		expect(post[0]!.text).toContain(minted.at(-1));
		expect(new Set(minted.slice(-3)).size).toBe(3);
	})
);

test(
	'after twenty tries it is given up, and says so',
	withOwnWorld(async (world) => {
		await openPostOffice({ letter: Array<[number, string]>(25).fill([451, 'Not today']) });
		await queue(world);
		let now = someDay;
		for (let tries = 1; tries <= 20; tries++) {
			await postAllDue(at(now));
			const [letter] = await standing(world);
			if (tries < 20) now = letter!['againAt'] as Date;
		}
		expect(await standing(world)).toMatchObject([{ state: 'failed', reason: 'asked-to-wait', attempts: 20 }]);
		expect(now.getTime() - someDay.getTime()).toBeGreaterThan(2 * 24 * 60 * minute);
		expect(await postAllDue(at(later(60 * 24 * 6)))).toBe(0);
	})
);

test(
	'a refusal for good is kept in the other server’s words, without any secret that they quote',
	withOwnWorld(async (world) => {
		const quote = (raw: string): [number, string] => {
			const link = /http:\S+/.exec(raw.replace(/=\r\n/g, ''))![0];
			return [554, `5.7.1 Spam: ${link} and ${link.split('/').at(-1)} and ${link.slice(-30)}`];
		};
		await openPostOffice({ letter: [quote] });
		await queue(world);
		await postAllDue(at(someDay));
		expect(await standing(world)).toMatchObject([
			{ state: 'failed', reason: 'refused', words: '554 5.7.1 Spam: […] and […] and […]' }
		]);
		expect(await world.do(({ db }) => everythingKept(db))).not.toContain(minted.at(-1)!.slice(-24));
		expect(await postAllDue(at(later(600)))).toBe(0);
	})
);

test(
	'a reader whom the server does not know counts as bounced',
	withOwnWorld(async (world) => {
		const post = await openPostOffice({ recipient: [[550, '5.1.1 No such user']] });
		await queue(world);
		await postAllDue(at(someDay));
		expect(post).toEqual([]);
		expect(await standing(world)).toMatchObject([{ state: 'bounced', reason: 'no-such-reader' }]);
	})
);

test(
	'a line that breaks in the middle of a letter means another try, and one letter',
	withOwnWorld(async (world) => {
		const post = await openPostOffice({ letter: ['cut'] });
		await queue(world);
		await postAllDue(at(someDay));
		expect(await standing(world)).toMatchObject([{ state: 'later', reason: 'cut-off', attempts: 1 }]);
		await postAllDue(at(later(1)));
		expect(await standing(world)).toMatchObject([{ state: 'sent', attempts: 2 }]);
		expect(post).toHaveLength(1);
	})
);

test(
	'a post office that does not answer costs one letter one try a minute, not all of them',
	withOwnWorld(async (world) => {
		vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
		for (const to of ['a@example.org', 'b@example.org', 'c@example.org']) await queue(world, { to });
		await postAllDue(at(someDay));
		expect(await standing(world)).toMatchObject([
			{ state: 'later', reason: 'away' },
			{ state: 'waiting' },
			{ state: 'waiting' }
		]);
		const post = await openPostOffice();
		expect(await postAllDue(at(new Date(someDay.getTime() + 30_000)))).toBe(0);
		await postAllDue(at(later(2)));
		expect(post).toHaveLength(3);
	})
);

test(
	'TLS is used where it is offered, and a certificate that nobody vouches for is refused',
	withOwnWorld(async (world) => {
		const starttls = { server: { disabledCommands: ['AUTH'] } };
		await openPostOffice(starttls);
		await queue(world);
		await postAllDue(at(someDay));
		expect(await standing(world)).toMatchObject([{ state: 'later', attempts: 1 }]);
		expect((await standing(world))[0]!['reason']).toMatch(/^away/);
		const post = await openPostOffice({ ...starttls, query: '?tls.rejectUnauthorized=false' });
		await postAllDue(at(later(1)));
		expect(await standing(world)).toMatchObject([{ state: 'sent' }]);
		expect(post[0]!.raw).toContain('Croeso');
	})
);

test(
	'a sender whom the server does not take is the host’s trouble too',
	withOwnWorld(async (world) => {
		const refuse = Object.assign(new Error('Not yours to send from'), { responseCode: 550 });
		await openPostOffice({
			server: { onMailFrom: (_, __, answer) => answer(refuse), disabledCommands: ['AUTH', 'STARTTLS'] }
		});
		await queue(world);
		await postAllDue(at(someDay));
		expect(await standing(world)).toMatchObject([{ state: 'later', reason: 'away-sender' }]);
	})
);

test(
	'a wrong password is the host’s trouble, not the letter’s',
	withOwnWorld(async (world) => {
		await openPostOffice({
			server: { disabledCommands: ['STARTTLS'], onAuth: (_, __, answer) => answer(new Error('No')) }
		});
		process.env['SMTP_URL'] = process.env['SMTP_URL']!.replace('//', '//eira:wrong@');
		await queue(world);
		await postAllDue(at(someDay));
		expect(await standing(world)).toMatchObject([{ state: 'later', reason: 'away-door' }]);
	})
);

test(
	'a try that a crash interrupted is made again, with the same Message-ID',
	withOwnWorld(async (world) => {
		const post = await openPostOffice();
		const id = await queue(world);
		await world.do(
			({ db }) => db`insert into mail.attempt (letter, number, began_at) values (${id}, 1, ${someDay})`
		);
		expect(await postAllDue(at(later(14)))).toBe(0);
		await postAllDue(at(later(16)));
		expect(post[0]!.headers.get('message-id')).toBe(`<${id}@gwyl.example>`);
		const tries = await world.do(({ db }) => db`select outcome, reason from mail.attempt order by number`);
		expect(tries).toMatchObject([{ outcome: 'later', reason: 'interrupted' }, { outcome: 'sent' }]);
	})
);

test(
	'no more go in a minute than the post office takes, and urgent ones find room',
	withOwnWorld(async (world) => {
		vi.stubEnv('MAIL_PER_MINUTE', '5');
		const post = await openPostOffice();
		for (let n = 0; n < 8; n++) await queue(world, { to: `n${n}@example.org` });
		await postAllDue(at(someDay));
		expect(post).toHaveLength(4);
		await queue(world, { to: 'now@example.org', template: 'post-urgent' });
		await queue(world, { to: 'soon@example.org', template: 'post-urgent' });
		await postAllDue(at(someDay));
		expect(post.map(({ to }) => to[0]).slice(4)).toEqual(['now@example.org']);
		await postAllDue(at(later(2)));
		expect(post.map(({ to }) => to[0]).slice(5, 6)).toEqual(['soon@example.org']);
	})
);

test(
	'news that comes too late is not sent, nor is a letter that its area cannot write',
	withOwnWorld(async (world) => {
		const post = await openPostOffice();
		await queue(world, { to: 'a@example.org', template: 'post-urgent' });
		await queue(world, { to: 'b@example.org', template: 'post-broken' });
		await postAllDue(at(later(61)));
		expect(await standing(world)).toMatchObject([
			{ state: 'dropped', reason: 'too-old' },
			{ state: 'later', reason: 'bug' }
		]);
		expect(post).toEqual([]);
	})
);

test(
	'a running server sends what is queued, within seconds',
	withOwnWorld(async (world) => {
		const post = await openPostOffice();
		const stop = await startJobs(world.url);
		await world.do((inside) => queueMail(inside.as(undefined, new Date()), order));
		await vi.waitFor(() => expect(post).toHaveLength(1), 10_000);
		await stop();
	})
);

/** What this process writes to its terminal while the test runs. */
function captured(): () => string {
	const pieces: string[] = [];
	for (const stream of [process.stdout, process.stderr])
		vi.spyOn(stream, 'write').mockImplementation((piece) => Boolean(pieces.push(String(piece))));
	return () => (vi.restoreAllMocks(), pieces.join(''));
}
