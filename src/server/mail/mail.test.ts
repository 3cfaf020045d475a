import { expect, test } from 'vitest';
import { mint, preview, queueMail, template } from '#server/mail';
import * as m from '#words';
import { house } from '#shared/actor';
import { withWorld } from '../../../tests/world.ts';

const tokens: string[] = [];
mint('test-door', async (_, { door }) => {
	const token = `T0KEN-${String(door)}-${tokens.length}`;
	tokens.push(token);
	return Promise.resolve({ link: `/return/${token}`, code: token });
});
template('test-key', {
	on: async (_, { door }) => Promise.resolve(door === 'gone' ? undefined : { door: String(door) }),
	subject: ({ door }) => `Key to ${door}\r\nBcc: everybody@example.org`,
	body: ({ door }) => [
		`Hello <b>${door}</b>`,
		m.mail_secret_placeholder(),
		{ link: '/programmes', words: 'All programmes' },
		{ secret: 'test-door.link', words: 'Come in' },
		{ secret: 'test-door.code', words: 'To keep' }
	]
});
const order = { to: 'eira@example.org', template: 'test-key', locale: 'cy', details: { door: 'green' } };

test(
	'a letter is read in the language of its reader, with links of ours in full and secrets made at sending',
	withWorld(async (world) => {
		await queueMail(world.as(), order);
		const [letter] = await world.post();
		const token = tokens.at(-1)!;
		expect(letter!.text).toContain('dolen neu god preifat');
		expect(letter!.text).toContain('All programmes:\nhttp://localhost:3000/cy/programmes');
		expect(letter!.text).toContain(`Come in:\nhttp://localhost:3000/cy/return/${token}`);
		expect(letter!.text).toContain(`To keep: ${token}`);
		expect(letter!.html).toContain(`href="http://localhost:3000/cy/return/${token}"`);
		expect(letter!.html).toContain('<html lang="cy" dir="ltr">');
		expect(letter!.html).toContain('Hello &#60;b&#62;green');
		expect(await world.post()).toEqual([]);
	})
);

test(
	'one mint makes the link and the code of one letter, and each sending makes new ones',
	withWorld(async (world) => {
		const before = tokens.length;
		await queueMail(world.as(), order);
		await queueMail(world.as(), order);
		await world.post();
		expect(tokens.length - before).toBe(2);
	})
);

test(
	'a preview makes no secret, and says where one will be',
	withWorld(async (world) => {
		const before = tokens.length;
		const words = await preview(world.as(house), order);
		expect(tokens).toHaveLength(before);
		expect(words!.text).toContain('Come in: [dolen');
		expect(words!.html).not.toContain('T0KEN');
	})
);

test(
	'a subject is one line, whatever went into it',
	withWorld(async (world) => {
		const words = await preview(world.as(house), order);
		expect(words!.subject).toBe('Key to green Bcc: everybody@example.org');
	})
);

test(
	'when there is nothing left to say, nothing is sent',
	withWorld(async (world) => {
		await queueMail(world.as(), { ...order, details: { door: 'gone' } });
		expect(await world.post()).toEqual([]);
	})
);

test(
	'what is no single address gets no letter',
	withWorld(async (world) => {
		for (const to of [
			'',
			'eira',
			'a@b.org, c@d.org',
			'a@b.org\r\nBcc: c@d.org',
			'"a b"@c.org',
			`${'x'.repeat(250)}@b.org`
		])
			await expect(queueMail(world.as(), { ...order, to })).rejects.toMatchObject({ code: 'not-an-email' });
		expect(await world.post()).toEqual([]);
	})
);
