import { beforeEach, expect, test, vi } from 'vitest';
import {
	forgetLetters, handOnLetters, holdKind, holdLetter, lettersAbout, markBounced, mint, queueMail, recordBounce, releaseKind,
	releaseLetter, sendAgain, showLetter, showOutbox, template
} from '#server/mail'; // prettier-ignore
import { house, visitor, type Actor } from '#shared/actor';
import { someDay, withWorld, type World } from '../../../tests/world.ts';
import { everythingKept } from '../../../tests/everything-kept.ts';
import { forgetOldLetters } from './forget.ts';

const staffMember: Actor = {
	kind: 'person',
	id: 'a5a1b8a6-0000-4000-8000-000000000001',
	assurance: 2,
	roles: ['lead']
};
const outsiders: Actor[] = [
	visitor,
	house,
	{ kind: 'applicant', expression: '1' },
	{ ...staffMember, assurance: 1 },
	{ ...staffMember, roles: [] }
];

mint('outbox-test', async () => Promise.resolve('/return/S3CRET'));
template('outbox-test', {
	on: async (_, details) => Promise.resolve(details),
	subject: () => 'Your draft',
	body: ({ draft }) => [`About ${String(draft)}.`, { secret: 'outbox-test', words: 'Go on' }],
	called: () => 'Return link'
});

template('outbox-for-administrators', {
	on: async () => Promise.resolve({}),
	subject: () => 'Your link',
	body: () => ['Hello.'],
	forAdministrators: true
});

beforeEach(() => void vi.stubEnv('SMTP_URL', ''));

const about = { kind: 'expression', id: '7' };
const queue = (world: World, to = 'eira@example.org', now = someDay) =>
	queueMail(world.as(visitor, now), {
		to,
		template: 'outbox-test',
		locale: 'en',
		details: { draft: 'Seven' },
		about
	});
const asStaff = (world: World, now = someDay) => world.as(staffMember, now);
const stateOf = async (world: World, id: string) => (await showLetter.within(asStaff(world), { id })).state;

test(
	'the outbox is for host staff who gave their second factor, and for nobody else',
	withWorld(async (world) => {
		const id = await queue(world);
		const kind = 'outbox-test';
		for (const actor of outsiders) {
			const tries = [
				showOutbox.within(world.as(actor), {}),
				showLetter.within(world.as(actor), { id }),
				holdLetter.within(world.as(actor), { id }),
				releaseLetter.within(world.as(actor), { id }),
				holdKind.within(world.as(actor), { kind }),
				releaseKind.within(world.as(actor), { kind }),
				sendAgain.within(world.as(actor), { id }),
				markBounced.within(world.as(actor), { id }),
				recordBounce.within(world.as(actor), { report: 'x' })
			];
			for (const one of await Promise.allSettled(tries))
				expect(one).toMatchObject({ reason: { code: 'not-found' } });
		}
	})
);

test(
	'staff see what waits, in the words as they will be, and never a secret',
	withWorld(async (world) => {
		const id = await queue(world);
		const outbox = await showOutbox.within(asStaff(world), {});
		expect(outbox).toMatchObject({
			total: 1,
			shown: 1,
			hasPostOffice: false,
			letters: [{ id, to: 'eira@example.org', called: 'Return link', state: 'waiting' }]
		});
		expect(outbox.counts.filter(({ count }) => count)).toEqual([{ state: 'waiting', count: 1 }]);
		const letter = await showLetter.within(asStaff(world), { id });
		expect(letter.draft).toMatchObject({ subject: 'Your draft' });
		expect(letter.draft!.text).toContain('Go on: [a private link or code, made when this is sent]');
		expect(letter.copy).toBeUndefined();
		await world.post();
		const sent = await showLetter.within(asStaff(world), { id });
		expect(JSON.stringify([letter, sent, await showOutbox.within(asStaff(world), {})])).not.toContain(
			'S3CRET'
		);
	})
);

test(
	'the list is counted and filtered by where letters stand and by their kind',
	withWorld(async (world) => {
		for (let n = 0; n < 53; n++) await queue(world, `n${n}@example.org`);
		await world.post();
		const held = await queue(world);
		await holdLetter.within(asStaff(world), { id: held });
		const sent = await showOutbox.within(asStaff(world), { state: 'sent', page: '2' });
		expect(sent).toMatchObject({ total: 54, shown: 53, pages: 2, page: 2 });
		expect(sent.letters).toHaveLength(3);
		const ofKind = await showOutbox.within(asStaff(world), { kind: 'outbox-test', state: 'held' });
		expect(ofKind.letters.map(({ id }) => id)).toEqual([held]);
		expect(await showOutbox.within(asStaff(world), { kind: 'another' })).toMatchObject({
			total: 0,
			letters: []
		});
	})
);

test(
	'a letter that is held stays until it is released, by itself or with its kind',
	withWorld(async (world) => {
		const id = await queue(world);
		await holdLetter.within(asStaff(world), { id });
		await expect(holdLetter.within(asStaff(world), { id })).rejects.toMatchObject({
			code: 'letter-moved-on'
		});
		expect(await world.post()).toEqual([]);
		await holdKind.within(asStaff(world), { kind: 'outbox-test' });
		await releaseLetter.within(asStaff(world), { id });
		expect(await stateOf(world, id)).toBe('held');
		await expect(releaseLetter.within(asStaff(world), { id })).rejects.toMatchObject({
			code: 'letter-moved-on'
		});
		await releaseKind.within(asStaff(world), { kind: 'outbox-test' });
		expect(await stateOf(world, id)).toBe('waiting');
		expect(await world.post()).toHaveLength(1);
		await expect(holdLetter.within(asStaff(world), { id })).rejects.toMatchObject({
			code: 'letter-moved-on'
		});
		await expect(holdKind.within(asStaff(world), { kind: 'nobody-writes' })).rejects.toMatchObject({
			code: 'not-found'
		});
	})
);

test(
	'a letter can be sent again, and what bounced is not forgotten by it',
	withWorld(async (world) => {
		const id = await queue(world);
		await expect(sendAgain.within(asStaff(world), { id })).rejects.toMatchObject({ code: 'letter-moved-on' });
		await world.post();
		await markBounced.within(asStaff(world), { id });
		expect(await stateOf(world, id)).toBe('bounced');
		await sendAgain.within(asStaff(world), { id });
		expect(await stateOf(world, id)).toBe('waiting');
		expect(await world.post()).toHaveLength(1);
		expect(await stateOf(world, id)).toBe('sent');
		expect(await world.db`select 1 from mail.bounce where letter = ${id}`).toHaveLength(1);
		expect(await world.events()).toEqual(['letter.bounced', 'letter.sent-again']);
	})
);

const report = (id: string, { to = 'eira@example.org', action = 'failed' } = {}) =>
	`From: MAILER-DAEMON@mx.example
Message-ID: <17bd@mx.example>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry: http://mx.example/why?S3CRET
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${to}
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <eira@example.org>: User unknown
 in virtual mailbox table, see https://mx.example/?S3CRET
--b
Content-Type: text/rfc822-headers

Message-ID: <${id}@localhost>
Subject: Your draft
--b--
`.replaceAll('\n', '\r\n');

test(
	'a delivery report finds its letter; one about another reader, or about a delay, does not',
	withWorld(async (world) => {
		const id = await queue(world);
		await world.post();
		const tries: [string, string][] = [
			['I am on holiday', 'bounce-unreadable'],
			[report('00000000-0000-4000-8000-000000000000'), 'bounce-unknown'],
			[report(id, { to: 'other@example.org' }), 'bounce-unknown'],
			[report(id, { action: 'delayed' }), 'bounce-not-final']
		];
		for (const [text, code] of tries)
			await expect(recordBounce.within(asStaff(world), { report: text })).rejects.toMatchObject({ code });
		expect(await stateOf(world, id)).toBe('sent');
		expect(await recordBounce.within(asStaff(world), { report: report(id) })).toEqual({ id });
		await recordBounce.within(asStaff(world), { report: report(id) });
		const letter = await showLetter.within(asStaff(world), { id });
		expect(letter).toMatchObject({ state: 'bounced' });
		expect(letter.words).toBe(
			'5.1.1 smtp; 550 5.1.1 <eira@example.org>: User unknown in virtual mailbox table, see […]'
		);
	})
);

test(
	'who asks to be forgotten is: address, words, and what still waits',
	withWorld(async (world) => {
		const first = await queue(world);
		await world.post();
		await world.db`insert into mail.copy (letter, at, subject, text, html) values (${first}, ${someDay}, 'Your draft', 'About Seven.', 'About Seven.')`;
		const second = await queue(world, 'eira@example.org', new Date(someDay.getTime() + 1));
		expect(await lettersAbout(world.as(), about)).toMatchObject([
			{ to: 'eira@example.org', state: 'sent', text: 'About Seven.' },
			{ to: 'eira@example.org', state: 'waiting' }
		]);
		await forgetLetters(world.as(), about);
		expect(await world.post()).toEqual([]);
		expect([await stateOf(world, first), await stateOf(world, second)]).toEqual(['sent', 'dropped']);
		expect(await lettersAbout(world.as(), about)).toEqual([]);
		const kept = await everythingKept(world.db);
		expect(kept).not.toMatch(/eira@example|Seven/);
		await expect(sendAgain.within(asStaff(world), { id: first })).rejects.toMatchObject({
			code: 'letter-moved-on'
		});
	})
);

test(
	'after ninety days nobody can tell any more what was written to whom',
	withWorld(async (world) => {
		const id = await queue(world);
		await world.post();
		const days = (count: number) => new Date(someDay.getTime() + count * 24 * 60 * 60_000);
		await forgetOldLetters(world.as(house, days(90)));
		expect((await showLetter.within(asStaff(world), { id })).to).toBe('eira@example.org');
		await forgetOldLetters(world.as(house, new Date(days(90).getTime() + 1)));
		expect(await showLetter.within(asStaff(world), { id })).toMatchObject({ to: null, state: 'sent' });
	})
);

test(
	'letters about the accounts of staff are for administrators: no lead reads, counts, holds or sends them',
	withWorld(async (world) => {
		const id = await queueMail(world.as(), {
			to: 'rosa@example.org',
			template: 'outbox-for-administrators',
			locale: 'en',
			details: {}
		});
		const lead = asStaff(world);
		const kind = 'outbox-for-administrators';
		const seen = await showOutbox.within(lead, {});
		expect(seen).toMatchObject({ total: 0, shown: 0, letters: [] });
		expect(JSON.stringify(seen)).not.toContain(kind);
		expect(await showOutbox.within(lead, { kind })).toMatchObject({ total: 0, letters: [] });
		const tries = [
			showLetter.within(lead, { id }),
			holdLetter.within(lead, { id }),
			releaseLetter.within(lead, { id }),
			sendAgain.within(lead, { id }),
			markBounced.within(lead, { id }),
			holdKind.within(lead, { kind }),
			releaseKind.within(lead, { kind })
		];
		for (const one of await Promise.allSettled(tries))
			expect(one).toMatchObject({ reason: { code: 'not-found' } });

		const administrator = world.as({ ...staffMember, roles: ['administrator'] });
		expect(await showOutbox.within(administrator, {})).toMatchObject({ total: 1, letters: [{ id }] });
		await holdLetter.within(administrator, { id });
	})
);

test(
	'a letter that was held back is still held when it is handed on to somebody else, and its other one is not',
	withWorld(async (world) => {
		await queue(world);
		const id = await queue(world);
		await holdLetter.within(asStaff(world), { id });
		await handOnLetters(world.as(house), about, { to: 'owen@example.org', locale: 'cy', more: { co: '1' } });
		const letters = await lettersAbout(world.as(house), about);
		expect(letters.map(({ to, state }) => `${to} ${state}`).toSorted()).toEqual([
			'owen@example.org held',
			'owen@example.org waiting'
		]);
	})
);
