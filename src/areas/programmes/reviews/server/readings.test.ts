import { describe, expect, test } from 'vitest';
import {
	cannotRead,
	cannotReadMore,
	chooseReader,
	declareConflict,
	endSeat,
	saveReview,
	shareOut,
	showReview
} from '#areas/programmes/server';
import { visitor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { linkOnly, roleless, sentBy } from '../../../../../tests/expression-world.ts';
import {
	desk,
	eligible,
	given,
	into,
	look,
	own,
	reading,
	reviewed,
	seated,
	type Seated
} from '../../../../../tests/panel-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };

describe('who reads what', () => {
	test(
		'is shared out by staff alone: each by as many as the call says, loads level, and only of what was found eligible',
		withWorld(async (world) => {
			const { panel, sent } = await reading(world, { count: 3 });
			await sentBy(world, 'Nobody looked at it');
			for (const stranger of [visitor, sent[0]!.actor, linkOnly, roleless, panel[0]!.actor]) {
				await expect(shareOut.within(world.as(stranger), { slug })).rejects.toMatchObject(notFound);
				await expect(desk(world, stranger)).rejects.toMatchObject(notFound);
			}
			const lists = await given(world, panel);
			expect([...lists.values()].map((list) => list.length)).toEqual([2, 2, 2]);
			expect((await desk(world)).read.map(({ readers }) => readers.length)).toEqual([2, 2, 2]);
			await shareOut.within(world.as(lead), { slug });
			expect(await given(world, panel)).toEqual(lists);
			expect((await desk(world)).sharing).toMatchObject({ changes: [], short: [], isFirst: false });
		})
	);

	test(
		'a conflict takes it from them, and somebody else reads it; what moved is said, with the reason',
		withWorld(async (world) => {
			const { panel } = await reading(world);
			const bethan = panel[0]!;
			const [reference] = (await own(world, bethan)).readings.map((one) => one.reference);
			const held = { slug, reference: reference!, kind: 'personal', because: '' } as const;
			await declareConflict.within(world.as(bethan.actor), held);
			await expect(look(world, bethan, reference!)).rejects.toMatchObject(notFound);
			await expect(reviewed(world, bethan, { reference: reference! })).rejects.toMatchObject(notFound);
			await world.runJobs();
			const { read, sharing } = await desk(world);
			expect(read.every(({ readers }) => readers.length === 2)).toBe(true);
			expect(sharing!.changes.flatMap((one) => one.removed)).toContainEqual({
				name: 'Bethan',
				because: 'conflict'
			});
			expect(JSON.stringify(await own(world, bethan))).not.toContain(reference);
		})
	);

	test(
		'a begun review stays with whoever began it, one chosen by staff too, and who left is replaced',
		withWorld(async (world) => {
			const { panel, sent } = await reading(world, { names: ['Bethan', 'Carys', 'Deio', 'Efa'], count: 4 });
			const [bethan, carys, deio] = panel as [Seated, Seated, Seated];
			const begun = (await own(world, bethan)).readings[0]!.reference;
			await reviewed(world, bethan, { reference: begun }, { then: 'save', why: '' });
			const other = sent.find(({ reference }) => reference !== begun)!;
			await chooseReader.within(world.as(lead), { slug, reference: other.reference, seat: carys.seat });
			await endSeat.within(world.as(lead), { slug, seat: deio.seat });
			await world.runJobs();
			expect((await own(world, bethan)).readings.map(({ reference }) => reference)).toContain(begun);
			expect((await own(world, carys)).readings.map(({ reference }) => reference)).toContain(other.reference);
			const { read } = await desk(world);
			expect(read.every(({ readers }) => readers.length >= 2 && !readers.includes('Deio'))).toBe(true);
		})
	);

	test(
		'who says "I cannot" has it no more, and it is never theirs again',
		withWorld(async (world) => {
			const { panel } = await reading(world);
			const bethan = panel[0]!;
			const before = (await own(world, bethan)).readings.map(({ reference }) => reference);
			await cannotRead.within(world.as(bethan.actor), {
				slug,
				reference: before[0]!,
				why: 'It is too long.'
			});
			await world.runJobs();
			await shareOut.within(world.as(lead), { slug });
			expect((await own(world, bethan)).readings.map(({ reference }) => reference)).not.toContain(before[0]);
			expect((await desk(world)).read.every(({ readers }) => readers.length === 2)).toBe(true);
			await cannotReadMore.within(world.as(bethan.actor), { slug, why: '' });
			await world.runJobs();
			expect((await own(world, bethan)).readings).toEqual([]);
			const { sharing } = await desk(world);
			expect(sharing!.short.every(({ because }) => because === 'few-may')).toBe(true);
		})
	);

	test(
		'languages and what people can take on are kept; what too few may read is said',
		withWorld(async (world) => {
			await aCall(world, { content: { terms: { readers: '2' } } });
			const welsh = await sentBy(world, 'Cymdeithas');
			await world.db`update programmes.expression set locale = 'cy' where id = ${welsh.id}`;
			await eligible(world, welsh);
			const carys = await seated(world, 'Carys', { languages: ['cy', 'en'] });
			const deio = await seated(world, 'Deio', { languages: ['en'] });
			await seated(world, 'Efa', { languages: ['cy'], most: 0 });
			await into(world, 'review');
			await shareOut.within(world.as(lead), { slug });
			expect((await own(world, carys)).readings).toHaveLength(1);
			expect((await own(world, deio)).readings).toEqual([]);
			expect((await desk(world)).sharing!.short).toEqual([
				{ reference: welsh.reference, readers: 1, wanted: 2, because: 'all-full' }
			]);
		})
	);
});

describe('races', () => {
	test(
		'shared out again while somebody writes: whoever has begun keeps it, and no word is lost',
		withOwnWorld(async (world) => {
			const inside = <T>(act: (one: World) => Promise<T>) => world.do((one) => act(one as unknown as World));
			const { bethan, list } = await inside(async (one) => {
				const { panel } = await reading(one, { readers: 1, names: ['Bethan'], count: 4 });
				await seated(one, 'Carys');
				await seated(one, 'Deio');
				const list = (await own(one, panel[0]!)).readings.map(({ reference }) => reference);
				return { bethan: panel[0]!, list };
			});
			expect(list).toHaveLength(4);
			const writing = list.map((reference) =>
				saveReview(bethan.actor, {
					slug,
					reference,
					edition: 0,
					marks: { whole: { score: null, why: `Of ${reference}.` } },
					then: 'save'
				})
			);
			await Promise.all([shareOut(lead, { slug }), ...writing, shareOut(lead, { slug })]);
			const after = await inside((one) => own(one, bethan));
			expect(after.readings.map(({ reference }) => reference)).toEqual(list);
			for (const reference of list)
				expect((await showReview(bethan.actor, { slug, reference })).criteria[0]!.why).toBe(
					`Of ${reference}.`
				);
		})
	);
});
