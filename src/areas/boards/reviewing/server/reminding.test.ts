import { expect, test } from 'vitest';
import { remindOfReviews, setBoard, strikeNote } from '#areas/boards/server';
import { endMember, listPeople } from '#areas/campaigns/server';
import { inTransaction } from '#server/db';
import { showLetter, showOutbox } from '#server/mail';
import { house, visitor, type Actor } from '#shared/actor';
import { lead } from '../../../../../tests/call-world.ts';
import { aBoard, writes } from '../../../../../tests/campaign-boards.ts';
import { joins } from '../../../../../tests/campaign-world.ts';
import { someDay, withOwnWorld, withWorld, World } from '../../../../../tests/world.ts';

const days = (count: number, from = someDay) => new Date(from.getTime() + count * 86_400_000);
const on = (day: string) => ({ day, month: '1', year: '2026' });
const wanted = { template: 'power-map' };
const person = { text: 'Ruth Pryce decides', kind: 'person', x: '20', y: '90' };
type There = Awaited<ReturnType<typeof aBoard>>;

const about = (world: World, { slug, board, asha }: There, day = '10', more: object = {}) =>
	writes(world, { slug, board, by: asha, ...person, reviewOn: on(day), ...more });
const remind = (world: World, now = someDay, as: Actor = house) =>
	remindOfReviews.within(world.as(as, now), {});
async function written(world: World, now = someDay) {
	await remind(world, now);
	return (await world.post(now)).filter(({ template }) => template === 'notes-to-review');
}
const put = (world: World, { slug, board, asha }: There, isPutAway: string) =>
	setBoard.within(world.as(asha), { slug, board, name: 'Our board', share: 'private', isPutAway });

test(
	'nobody has letters written but the clock',
	withWorld(async (world) => {
		const { asha } = await aBoard(world, wanted);
		for (const actor of [visitor, asha, lead] satisfies Actor[])
			await expect(remind(world, someDay, actor)).rejects.toMatchObject({ code: 'not-found' });
	})
);

test(
	'nothing is written before the day, of a note taken off, of a board put away, nor of a campaign that has ended',
	withWorld(async (world) => {
		const there = await aBoard(world, wanted);
		const { slug, board, asha } = there;
		await about(world, there, '16');
		await writes(world, { slug, board, by: asha, text: 'The council', kind: 'actor' });
		expect(await written(world), 'the day before').toEqual([]);
		const note = await about(world, there);
		await strikeNote.within(world.as(asha), { slug, board, note, edition: 1 });
		expect(await written(world), 'taken off').toEqual([]);
		await put(world, there, 'yes');
		expect(await written(world, days(3)), 'put away').toEqual([]);
		await put(world, there, '');
		await remind(world, days(3));
		await world.db`delete from campaigns.campaign`;
		expect(await world.post(days(3)), 'written, and ended before it was sent').toEqual([]);
		expect(await written(world, days(4))).toEqual([]);
	})
);

test(
	'the day begins where this Placard is, not in Greenwich',
	withWorld(async (world) => {
		const there = await aBoard(world, wanted);
		await about(world, there, '1', { reviewOn: { day: '10', month: '6', year: '2026' } });
		expect(await written(world, new Date('2026-06-09T22:30:00Z'))).toEqual([]);
		expect(await written(world, new Date('2026-06-09T23:30:00Z'))).toHaveLength(1);
	})
);

test(
	'one letter a day to each coordinator and data steward, in their language: how many, where, and never about whom',
	withWorld(async (world) => {
		const there = await aBoard(world, wanted);
		const { slug, asha } = there;
		await joins(world, { slug, by: asha, name: 'Nadia', part: 'steward' });
		await joins(world, { slug, by: asha, name: 'Jo' });
		await joins(world, {
			slug,
			by: asha,
			name: 'Kim',
			part: 'guest',
			until: { day: '1', month: '2', year: '2026' }
		});
		await world.db`update identity.person set locale = 'ar' where name = 'Nadia'`;
		await world.post();
		for (const day of ['10', '15']) await about(world, there, day);
		const letters = await written(world);
		expect(letters.map(({ to, locale }) => [to, locale]).toSorted()).toEqual([
			['asha@example.org', 'en'],
			['nadia@example.org', 'ar']
		]);
		for (const { subject, text } of letters) {
			expect(subject + text).not.toMatch(/Ruth|Pryce|decides/);
			expect(subject).not.toContain('Damp Watch');
			expect(text).toMatch(new RegExp(`(/ar)?/workspace/${slug}/boards/1/review`));
		}
		const [english] = letters.filter(({ locale }) => locale === 'en');
		expect(english!.text).toContain('2 notes about named people');
		expect(english!.text).toContain('Our board: 2');
		await about(world, there, '12');
		expect(await written(world), 'not twice on one day, whatever comes').toEqual([]);
	})
);

test(
	'staff see that it was sent, and not what it says',
	withWorld(async (world) => {
		const there = await aBoard(world, wanted);
		await about(world, there);
		await written(world);
		const { letters } = await showOutbox.within(world.as(lead), {});
		const one = letters.find(({ called }) => called.startsWith('Notes about named people'))!;
		const shown = await showLetter.within(world.as(lead), { id: one.id });
		expect(JSON.stringify([one, shown])).not.toMatch(/Damp Watch|Our board|Ruth/);
	})
);

test(
	'who left before it was sent gets none, and where nobody looks after a campaign it waits for somebody',
	withWorld(async (world) => {
		const there = await aBoard(world, wanted);
		const { slug, asha } = there;
		const nadia = await joins(world, { slug, by: asha, name: 'Nadia', part: 'steward' });
		await world.post();
		await about(world, there);
		await remind(world);
		const { members } = await listPeople.within(world.as(asha), { slug });
		const { id: member } = members.find(({ name }) => name === 'Nadia')!;
		await endMember.within(world.as(nadia), { slug, member, sure: 'yes' });
		expect((await world.post()).map(({ to }) => to)).toEqual(['asha@example.org']);
		await about(world, there, '16');
		await world.db`update campaigns.member set ended_at = ${someDay}`;
		expect(await written(world, days(3)), 'nobody there').toEqual([]);
		await world.db`update campaigns.member set ended_at = null where person = ${asha.id}`;
		expect(await written(world, days(4))).toHaveLength(1);
	})
);

test(
	'whoever does not look is reminded once more, after two weeks, and then the board alone says so',
	withWorld(async (world) => {
		const there = await aBoard(world, wanted);
		await about(world, there);
		expect((await written(world))[0]!.text).toContain('once more, in two weeks');
		for (const later of [1, 7, 13]) expect(await written(world, days(later))).toEqual([]);
		await about(world, there, '16');
		expect((await written(world, days(2)))[0]!.text, 'another note').toContain('1 note about');
		expect((await written(world, days(14)))[0]!.text).toContain('do not write about them again');
		for (const later of [15, 28, 60])
			expect(
				(await written(world, days(later))).map(({ text }) => text).join(''),
				String(later)
			).not.toContain('2 notes');
		expect(await written(world, days(90))).toEqual([]);
	})
);

test(
	'from two processes at once comes one letter',
	withOwnWorld(async (world) => {
		await world.do(async (inside) => {
			await about(inside, await aBoard(inside, wanted));
		});
		const runs = Array.from({ length: 6 }, () =>
			inTransaction((db) => remindOfReviews.within(new World(db).as(house), {}))
		);
		await Promise.all(runs);
		await world.do(async ({ db }) => {
			expect(await db`select 1 from mail.letter where template = 'notes-to-review'`).toHaveLength(1);
			expect(await db`select 1 from boards.review_reminder`).toHaveLength(1);
		});
	})
);
