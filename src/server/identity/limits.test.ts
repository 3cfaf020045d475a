import { expect, test } from 'vitest';
import { spendTry } from '#server/identity';
import { minutes } from '../../../tests/people.ts';
import { someDay, withOwnWorld } from '../../../tests/world.ts';

const library = '192.0.2.7';
const tooMany = { code: 'too-many' };

test(
	'guessing a second factor stops at the ninth try, for that account and nobody else',
	withOwnWorld(async () => {
		const guess = (target: string, at = someDay) =>
			spendTry('second-factor', { address: library, target }, at);
		for (let n = 0; n < 8; n++) await guess('eira');
		await expect(guess('eira', minutes(1))).rejects.toMatchObject({ ...tooMany, details: { minutes: 14 } });
		await guess('rosa', minutes(1));
		// Trying on puts nothing off, and a quarter of an hour later there are eight more.
		await expect(guess('eira', minutes(14))).rejects.toMatchObject({ ...tooMany, details: { minutes: 1 } });
		for (let n = 0; n < 8; n++) await guess('eira', minutes(15));
		await expect(guess('eira', minutes(15))).rejects.toMatchObject(tooMany);
	})
);

test(
	'guessing from many addresses stops at the same account, and at forty a day',
	withOwnWorld(async () => {
		let taken = 0;
		for (let n = 0; n < 120; n++) {
			const guess = spendTry('second-factor', { address: `198.51.100.${n}`, target: 'eira' }, minutes(n * 8));
			await guess.then(
				() => taken++,
				() => {}
			);
		}
		expect(taken).toBe(40);
	})
);

test(
	'one letter box is not filled with links',
	withOwnWorld(async () => {
		const ask = (target: string, n: number) =>
			spendTry('ask-for-link', { address: `198.51.100.${n}`, target }, someDay);
		for (let n = 0; n < 5; n++) await ask('eira@example.org', n);
		await expect(ask('eira@example.org', 6)).rejects.toMatchObject(tooMany);
	})
);

test(
	'thirty people behind one address all ask for links twice, press them, and mistype codes',
	withOwnWorld(async () => {
		const everybody = Array.from({ length: 30 }, (_, n) => `person${n}`);
		for (const target of everybody) {
			for (let n = 0; n < 2; n++)
				await spendTry('ask-for-link', { address: library, target: `${target}@example.org` }, someDay);
			for (let n = 0; n < 3; n++) await spendTry('use-link', { address: library }, minutes(2));
			for (let n = 0; n < 3; n++) await spendTry('second-factor', { address: library, target }, minutes(3));
		}
	})
);

test(
	'an address that goes on guessing is stopped',
	withOwnWorld(async () => {
		const guess = () => spendTry('use-link', { address: library }, someDay);
		for (let n = 0; n < 300; n++) await guess();
		await expect(guess()).rejects.toMatchObject(tooMany);
		await spendTry('use-link', { address: '192.0.2.8' }, someDay);
	})
);

test(
	'tries at the same moment are all counted',
	withOwnWorld(async () => {
		const results = await Promise.allSettled(
			Array.from({ length: 30 }, () =>
				spendTry('second-factor', { address: library, target: 'eira' }, someDay)
			)
		);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
	})
);

test(
	'neither letter boxes nor machines can be read from the counts',
	withOwnWorld(async (world) => {
		await spendTry('ask-for-link', { address: library, target: 'eira@example.org' }, someDay);
		await world.do(async ({ db }) => {
			const rows = await db<{ text: string }[]>`select attempt::text as text from identity.attempt`;
			expect(rows).toHaveLength(3);
			for (const { text } of rows) expect(text).not.toMatch(/eira|192\.0/);
		});
	})
);
