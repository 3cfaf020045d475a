import { describe, expect, test } from 'vitest';
import { house, type Actor } from '#shared/actor';
import {
	eraseExpression,
	listExpressions,
	typeUpExpression,
	saveAnswers,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { filledIn, otherLead, save, sent, sentBy } from '../../../../../tests/expression-world.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';
import { schedules } from '#server/use-case';

const slug = 'spring';
const list = (world: World, q: string, as: Actor = lead) =>
	listExpressions.within(world.as(as), { slug, q } as never);
const names = async (world: World, q: string, as?: Actor) =>
	(await list(world, q, as)).entries.map(({ name }) => name);
const cards = (world: World) =>
	world.db<{ names: string }[]>`select names from programmes.card order by names`;
const words = async (world: World) =>
	(await world.db<{ word: string }[]>`select word from programmes.card_word`).map(({ word }) => word);
const keepWhole = (world: World) =>
	schedules.find(({ name }) => name === 'keepCardsWhole')!.run(world.as(house));

describe('looking for words', () => {
	test(
		'finds them in answers that many may see, and shows where; slips are forgiven',
		withWorld(async (world) => {
			await aCall(world);
			await sentBy(world, 'Damp Watch');
			await sentBy(world, 'Llais', { data: { data: 'Ni welodd neb gofrestr y gofalwyr erioed.' } });
			const [found] = (await list(world, 'gofrestr')).entries;
			expect(found!.excerpt).toMatchObject({ pieces: [{}, { text: 'gofrestr', isHit: true }, {}] });
			for (const q of ['gofalwry', 'GOFALWR', 'cofrestr gofalwyr', 'gofalw'])
				expect(await names(world, q), q).toEqual(['Llais']);
			expect(await names(world, 'regster repairs')).toEqual(['Damp Watch']);
			expect(await names(world, 'regster gofalwyr')).toEqual([]);
			expect((await list(world, '')).entries.map(({ excerpt }) => excerpt)).toEqual([null, null]);
		})
	);

	test(
		'is not led by a slip to what nobody here may see',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world);
			await save(world, held, 'group', { group: 'Zanzibar Draft', 'group-version': '1' });
			const { reference } = await typeUpExpression.within(world.as(otherLead), {
				slug,
				met: [],
				from: 'paper',
				received: { day: '14', month: '1', year: '2026', time: '9am' }
			});
			await saveAnswers.within(world.as(otherLead), {
				reference,
				page: 'group',
				fields: { group: 'Mombasa' }
			});
			await sentBy(world, 'Needs', { access: { access: 'Wheelchair quaggas.', 'access-until-day': '' } });
			await sentBy(world, 'Kept');
			expect(await words(world)).not.toEqual(expect.arrayContaining(['zanzibar']));
			for (const q of ['zanzibar', 'zanzibr', 'mombasa', 'mombas', 'quaggas', 'quagga', reference])
				expect(await list(world, q), q).toMatchObject({ all: 2, shown: 0, entries: [] });
			expect(await names(world, 'mombasa', otherLead)).toEqual(['Mombasa']);
		})
	);

	test(
		'follows what is changed once it counts, and forgets what it said before',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sentBy(world, 'Old Otters');
			await save(world, held, 'group', { group: 'New Newts', 'group-version': '2' });
			expect(await names(world, 'newts')).toEqual(['New Newts']);
			expect((await list(world, 'otters')).shown).toBe(0);
			expect(await words(world)).not.toContain('otters');
		})
	);

	test(
		'forgets at once what is withdrawn and what is erased; words that others wrote too are kept',
		withWorld(async (world) => {
			await aCall(world);
			const [gone, erased] = [await sentBy(world, 'Gone Geese'), await sentBy(world, 'Erased Egrets')];
			await sentBy(world, 'Kept Geese');
			await withdrawExpression.within(world.as(gone.actor), { ...gone, sure: 'yes' });
			await eraseExpression.within(world.as(erased.actor), { ...erased, sure: 'yes' });
			expect(await cards(world)).toHaveLength(1);
			const left = await words(world);
			expect(left).toEqual(expect.arrayContaining(['kept', 'geese', 'repairs']));
			for (const word of ['gone', 'erased', 'egrets']) expect(left).not.toContain(word);
			expect(await names(world, 'geeses')).toEqual(['Kept Geese']);
		})
	);

	test(
		'does not use a card made from other questions than are shown to many now, and makes it anew',
		withWorld(async (world) => {
			await aCall(world);
			await sentBy(world, 'Damp Watch', { data: { data: 'Pelicans.' } });
			await world.db`update programmes.card set shape = 'of last year', kind = 'definition'`;
			expect(await list(world, 'pelicans')).toMatchObject({ all: 1, shown: 0 });
			expect(await list(world, '')).toMatchObject({ shown: 1, entries: [{ name: 'Damp Watch' }] });
			expect(await listExpressions.within(world.as(lead), { slug, kind: 'definition' })).toMatchObject({
				shown: 0
			});
			await keepWhole(world);
			expect(await names(world, 'pelicans')).toEqual(['Damp Watch']);
			await world.db`delete from programmes.card`;
			expect(await list(world, '')).toMatchObject({ all: 1, shown: 1 });
			await keepWhole(world);
			expect(await cards(world)).toHaveLength(1);
		})
	);

	test(
		'two who send the same new words at the same moment both get their card',
		withOwnWorld(async (own) => {
			const { sendExpression } = await import('#areas/programmes/server');
			const held = await own.do(async (world) => {
				await aCall(world);
				return [await filledIn(world), await filledIn(world), await filledIn(world)];
			});
			await Promise.all(
				held.map(({ reference, actor }) =>
					own.do((world) => sendExpression.within(world.as(actor, someDay), { reference }))
				)
			);
			await own.do(async (world) => {
				expect(await cards(world)).toHaveLength(3);
				expect((await list(world, 'repirs')).shown).toBe(3);
			});
		})
	);
});

test(
	'an expression sent by somebody is on its card in their words, and access needs in none',
	withWorld(async (world) => {
		await aCall(world);
		const held = await sent(world);
		const [card] = await world.db<{ row: string }[]>`select card::text as row from programmes.card`;
		expect(card!.row).toContain(held.reference.toLowerCase());
		expect(card!.row).toContain('register');
		expect(card!.row).not.toContain('steps');
	})
);
