import { expect, test } from 'vitest';
import {
	closeRoom,
	dotInRoom,
	goToStep,
	groupInRoom,
	moveInRoom,
	newsInRoom,
	placeInRoom,
	rewordInRoom,
	showLedRoom,
	strikeInRoom,
	watchRoom
} from '#areas/boards/server';
import { house, type Actor } from '#shared/actor';
import { notesOn } from '../../../../../tests/campaign-boards.ts';
import { aRoom, comesIn, says, sees } from '../../../../../tests/rooms.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

type At = { slug: string; board: number; asha: Actor };
const goes = (world: World, { slug, board, asha }: At, from: number, to: number) =>
	goToStep.within(world.as(asha), { slug, board, from, to });
const closes = (world: World, { slug, board, asha }: At) => closeRoom.within(world.as(asha), { slug, board });
const texts = (notes: { text: string }[]) => notes.map(({ text }) => text);
/** The step of a template in which something may be done. */
const stepWith = async (world: World, { slug, board, asha }: At, deed: string) => {
	const { template } = await showLedRoom.within(world.as(asha), { slug, board });
	return template.steps.findIndex(({ may }) => may.includes(deed as 'add'));
};

test(
	'only one’s own note is reworded or taken off, and only while notes are written',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'retrospective-four' });
		const [rosa, eira] = [await comesIn(world, at.code), await comesIn(world, at.code)];
		const { room } = rosa;
		const { note } = await says(world, rosa, 'Mold.');
		const reword = (who: typeof rosa, edition: number) =>
			rewordInRoom.within(world.as(who.actor), { room, note, edition, text: 'Mould.' });
		await expect(reword(eira, 1)).rejects.toMatchObject({ code: 'not-your-note' });
		await reword(rosa, 1);
		await expect(reword(rosa, 1)).rejects.toMatchObject({ code: 'note-changed-meanwhile' });
		await expect(strikeInRoom.within(world.as(eira.actor), { room, note, edition: 2 })).rejects.toMatchObject(
			{ code: 'not-your-note' }
		);
		await goes(world, at, 0, await stepWith(world, at, 'vote'));
		await expect(reword(rosa, 2)).rejects.toMatchObject({ code: 'not-in-this-step' });
		await expect(says(world, rosa, 'More.')).rejects.toMatchObject({ code: 'not-in-this-step' });
	})
);

test(
	'notes are moved and put together where the step is for it',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'retrospective-four' });
		const phone = await comesIn(world, at.code);
		const { room } = phone;
		const one = await says(world, phone, 'One.');
		const two = await says(world, phone, 'Two.');
		const doing = world.as(phone.actor);
		const lanes = (await showLedRoom.within(world.as(at.asha), at)).template.lanes;
		const move = { room, note: one.note, edition: 1, lane: lanes.at(-1)!.key };
		await expect(moveInRoom.within(doing, move)).rejects.toMatchObject({ code: 'not-in-this-step' });
		await goes(world, at, 0, await stepWith(world, at, 'group'));
		await moveInRoom.within(doing, move);
		await groupInRoom.within(doing, { room, note: two.note, edition: 1, under: one.note });
		const { notes } = await sees(world, phone);
		expect(notes.map(({ lane }) => lane)).toEqual([lanes.at(-1)!.key, lanes.at(-1)!.key]);
		expect(notes.find(({ number }) => number === two.note)!.group).toBe(
			notes.find(({ number }) => number === one.note)!.id
		);
	})
);

test(
	'where each stands is for their own eyes until all is shown, and is shown as the step is left',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'opinion-spectrum' });
		const [rosa, eira] = [await comesIn(world, at.code, 'Rosa'), await comesIn(world, at.code)];
		const { room } = rosa;
		const place = (who: typeof rosa, x: number, text: string) =>
			placeInRoom.within(world.as(who.actor), { room, x: String(x), text });
		await place(rosa, 10, 'Never.');
		await place(rosa, 20, 'Hardly ever.');
		await place(eira, 90, '');
		await expect(says(world, rosa, 'A note.')).rejects.toMatchObject({ code: 'not-in-this-step' });
		expect(await sees(world, rosa)).toMatchObject({ placing: { x: 20, text: 'Hardly ever.' }, notes: [] });
		expect(await sees(world, eira)).toMatchObject({ placing: { x: 90 }, counts: { placed: 2, people: 2 } });
		expect(await notesOn(world, { ...at, by: at.asha })).toEqual([]);
		expect((await showLedRoom.within(world.as(at.asha), at)).room!.notes).toEqual([]);
		await goes(world, at, 0, 1);
		await goes(world, at, 0, 1);
		const { notes, placing } = await sees(world, eira);
		expect(notes.map(({ x, text, by }) => [x, text, by])).toEqual([
			[20, 'Hardly ever.', 'Rosa'],
			[90, '', null]
		]);
		expect(placing).toBe(null);
	})
);

test(
	'a room that closes shows where people stood: nothing that was written is lost',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'opinion-spectrum' });
		const rosa = await comesIn(world, at.code);
		await placeInRoom.within(world.as(rosa.actor), { room: rosa.room, x: '30', text: 'Why.' });
		await closes(world, at);
		expect(texts(await notesOn(world, { ...at, by: at.asha }))).toEqual(['Why.']);
	})
);

test(
	'everybody has so many dots; sums are seen when the vote is over, and whose they were is not kept',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'retrospective-four', dots: '2' });
		const [rosa, eira] = [await comesIn(world, at.code), await comesIn(world, at.code)];
		const { room } = rosa;
		const one = await says(world, rosa, 'One.');
		const two = await says(world, rosa, 'Two.');
		const dot = (who: typeof rosa, note: number, dots: 'more' | 'less' = 'more') =>
			dotInRoom.within(world.as(who.actor), { room, note, dots });
		await expect(dot(rosa, one.note)).rejects.toMatchObject({ code: 'not-in-this-step' });
		const vote = await stepWith(world, at, 'vote');
		await goes(world, at, 0, vote);
		await dot(rosa, one.note);
		await dot(rosa, one.note);
		await expect(dot(rosa, two.note)).rejects.toMatchObject({ code: 'no-dots-left' });
		await dot(eira, one.note);
		await dot(eira, one.note, 'less');
		await dot(eira, one.note, 'less');
		await dot(eira, two.note);
		const during = await sees(world, eira);
		expect(during.notes.map(({ votes }) => votes)).toEqual([0, 0]);
		expect(during.counts.dots).toBe(3);
		expect(Object.values(during.ownDots)).toEqual([1]);
		await goes(world, at, vote, vote + 1);
		expect((await sees(world, eira)).notes.map(({ votes }) => votes)).toEqual([2, 1]);
		expect((await notesOn(world, { ...at, by: at.asha })).map(({ votes }) => votes)).toEqual([2, 1]);
		expect(await world.db`select 1 from boards.dot`).toHaveLength(0);
	})
);

test(
	'news says what changed since, notes with those under them, and what is off the board',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'retrospective-four' });
		const phone = await comesIn(world, at.code);
		const { room } = phone;
		const { board } = await watchRoom.within(world.as(phone.actor), { room });
		const news = async (since: string) => (await newsInRoom.within(world.as(house), { board, since }))!;
		const begin = (await sees(world, phone)).cursor;
		const one = await says(world, phone, 'One.');
		const two = await says(world, phone, 'Two.');
		const first = await news(begin);
		expect(first.items.map(({ note }) => note.text)).toEqual(['One.', 'Two.']);
		expect(first.isElsewhere).toBe(false);
		expect((await news(first.cursor)).items).toEqual([]);
		await goes(world, at, 0, await stepWith(world, at, 'group'));
		const doing = world.as(phone.actor);
		await groupInRoom.within(doing, { room, note: two.note, edition: 1, under: one.note });
		const second = await news(first.cursor);
		expect(second.isElsewhere).toBe(true);
		expect(second.items.map(({ note, members }) => [note.text, texts(members)])).toEqual([
			['One.', ['Two.']]
		]);
		await goes(world, at, 1, 0);
		await strikeInRoom.within(doing, { room, note: one.note, edition: 1 });
		const third = await news(second.cursor);
		expect(third.items.map(({ note }) => note.text)).toEqual(['Two.']);
		expect(third.touched).toHaveLength(2);
		await closes(world, at);
		expect(await newsInRoom.within(world.as(house), { board, since: third.cursor })).toBe(null);
	})
);
