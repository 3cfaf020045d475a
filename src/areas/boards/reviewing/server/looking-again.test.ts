import { expect, test } from 'vitest';
import { keepNote, remindOfReviews, showNote, showReview, strikeNote, undo } from '#areas/boards/server';
import { shareCampaign } from '#areas/campaigns/server';
import { house, visitor, type Actor } from '#shared/actor';
import { lead } from '../../../../../tests/call-world.ts';
import { aBoard, writes } from '../../../../../tests/campaign-boards.ts';
import { joins, someone } from '../../../../../tests/campaign-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';

const due = { day: '10', month: '1', year: '2026' };
const later = { day: '15', month: '7', year: '2026' };

async function aNote(world: World) {
	const there = await aBoard(world, { template: 'power-map' });
	const person = { text: 'Ruth Pryce decides', kind: 'person', x: '20', y: '90', reviewOn: due };
	const note = await writes(world, { ...there, by: there.asha, ...person });
	return { ...there, note };
}
type There = Awaited<ReturnType<typeof aNote>>;
const keep = (world: World, { slug, board, note }: There, as: Actor, more: object = {}) =>
	keepNote.within(world.as(as), { slug, board, note, edition: 1, reviewOn: later, ...more });
const look = (world: World, { slug, board }: There, as: Actor) =>
	showReview.within(world.as(as), { slug, board });

test(
	'only whoever takes part is shown them and decides, also where everybody sees the board',
	withWorld(async (world) => {
		const there = await aNote(world);
		await shareCampaign.within(world.as(there.asha), { slug: there.slug, share: 'public' });
		await world.db`update boards.board set share = 'public'`;
		for (const actor of [visitor, lead, await someone(world, 'Sam')] satisfies Actor[]) {
			await expect(look(world, there, actor)).rejects.toMatchObject({ code: 'not-found' });
			await expect(keep(world, there, actor)).rejects.toMatchObject({ code: 'not-found' });
		}
	})
);

test(
	'it is kept until a day after today, and only what is about somebody has one',
	withWorld(async (world) => {
		const there = await aNote(world);
		const { slug, board, asha } = there;
		const refused = (reviewOn: object) => keep(world, there, asha, { reviewOn });
		await expect(refused({})).rejects.toMatchObject({ fields: { reviewOn: 'review-missing' } });
		await expect(refused({ day: '32', month: '1', year: '2026' })).rejects.toMatchObject({
			fields: { reviewOn: 'not-a-date' }
		});
		await expect(refused({ day: '15', month: '1', year: '2026' }), 'today').rejects.toMatchObject({
			fields: { reviewOn: 'after-today' }
		});
		const other = await writes(world, { slug, board, by: asha, text: 'The council', kind: 'actor' });
		await expect(keep(world, { ...there, note: other }, asha)).rejects.toMatchObject({
			fields: { note: 'not-an-option' }
		});
		await expect(keep(world, there, asha, { edition: 7 })).rejects.toMatchObject({
			code: 'note-changed-meanwhile'
		});
	})
);

test(
	'what was kept is not due any more, says so in its history, can be undone, and is told of anew on its new day',
	withWorld(async (world) => {
		const there = await aNote(world);
		const { slug, board, note, asha } = there;
		const jo = await joins(world, { slug, by: asha, name: 'Jo' });
		await world.post();
		expect((await look(world, there, jo)).due).toEqual([note]);
		await remindOfReviews.within(world.as(house), {});
		await keep(world, there, jo);
		expect(await world.post(), 'somebody looked before it was sent').toEqual([]);
		expect((await look(world, there, asha)).due).toEqual([]);
		const { history } = await showNote.within(world.as(asha), { slug, board, note });
		expect(history.map(({ what, by }) => [what, by])).toEqual([
			['made', 'Asha'],
			['kept', 'Jo']
		]);
		const july = new Date('2026-07-15T08:00:00Z');
		await remindOfReviews.within(world.as(house, july), {});
		expect(await world.post(july)).toHaveLength(1);
		await undo.within(world.as(jo), { slug, board });
		expect((await look(world, there, asha)).due).toEqual([note]);
	})
);

test(
	'or it is taken off',
	withWorld(async (world) => {
		const there = await aNote(world);
		const { slug, board, note, asha } = there;
		const { editions, today } = await look(world, there, asha);
		expect(today).toBe(someDay.toISOString().slice(0, 10));
		await strikeNote.within(world.as(asha), { slug, board, note, edition: editions.get(note)! });
		expect((await look(world, there, asha)).due).toEqual([]);
		await expect(keep(world, there, asha, { edition: 2 })).rejects.toMatchObject({ code: 'note-struck' });
	})
);
