import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
	addInRoom,
	addNote,
	closeRoom,
	joinRoom,
	leaveRoom,
	newsInRoom,
	openRoom,
	recogniseParticipant,
	showBoard,
	showDoor,
	showLedRoom,
	showNoteInRoom,
	showRoom,
	watchLedRoom,
	watchRoom
} from '#areas/boards/server';
import { house, visitor, type Actor } from '#shared/actor';
import { aBoard, notesOn, writes } from '../../../../../tests/campaign-boards.ts';
import { joins, someone } from '../../../../../tests/campaign-world.ts';
import { aRoom, codeOf, comesIn, says, sees } from '../../../../../tests/rooms.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';
import { closeForgottenRooms, roomLasts } from './jobs.ts';

const gone = { code: 'not-found' };
const later = (hours: number) => new Date(someDay.getTime() + hours * 3_600_000);

type At = { slug: string; board: number; asha: Actor };
const closes = (world: World, { slug, board, asha }: At) => closeRoom.within(world.as(asha), { slug, board });
const texts = (notes: { text: string }[]) => notes.map(({ text }) => text);
test(
	'nobody opens a room but who takes part, and nobody comes in without its code',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const { slug, board, asha } = at;
		const other = await someone(world, 'Noor');
		await expect(openRoom.within(world.as(other), { slug, board, dots: '3' })).rejects.toMatchObject(gone);
		await expect(showLedRoom.within(world.as(visitor), { slug, board })).rejects.toMatchObject(gone);
		await expect(joinRoom.within(world.as(visitor), { code: 'ZZZZ-ZZZZ', called: '' })).rejects.toMatchObject(
			gone
		);
		const { room } = await comesIn(world, at.code);
		for (const actor of [visitor, other, asha]) {
			await expect(showRoom.within(world.as(actor), { room })).rejects.toMatchObject(gone);
			await expect(watchRoom.within(world.as(actor), { room })).rejects.toMatchObject(gone);
		}
		await expect(watchLedRoom.within(world.as(other), { slug, board })).rejects.toMatchObject(gone);
		await expect(
			newsInRoom.within(world.as(other), { board: randomUUID(), since: '' })
		).rejects.toMatchObject(gone);
	})
);

test(
	'who is in one room sees nothing of another, nor of the campaign',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const phone = await comesIn(world, at.code);
		const second = await aBoard(world);
		await openRoom.within(world.as(second.asha), { ...second, dots: '3' });
		const elsewhere = await comesIn(world, await codeOf(world, second));
		await expect(showRoom.within(world.as(phone.actor), { room: elsewhere.room })).rejects.toMatchObject(
			gone
		);
		await expect(
			showBoard.within(world.as(phone.actor), { slug: at.slug, board: at.board })
		).rejects.toMatchObject(gone);
		await expect(
			recogniseParticipant.within(world.as(visitor), { room: elsewhere.room, token: phone.token })
		).resolves.toBe(null);
	})
);

test(
	'a code is read as people type it, and opens nothing once the room is closed',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const typed = ` ${at.code.slice(0, 4).toLowerCase()} - ${at.code.slice(4).replaceAll('0', 'o')}`;
		expect(await showDoor.within(world.as(visitor), { code: typed })).toMatchObject({ board: 'Our board' });
		const phone = await comesIn(world, at.code, 'Rosa');
		await says(world, phone, 'Kept.');
		await closes(world, at);
		await expect(showDoor.within(world.as(visitor), { code: at.code })).rejects.toMatchObject(gone);
		await expect(joinRoom.within(world.as(visitor), { code: at.code, called: '' })).rejects.toMatchObject(
			gone
		);
		await expect(says(world, phone, 'Too late.')).rejects.toMatchObject(gone);
		await expect(sees(world, phone)).rejects.toMatchObject(gone);
		expect(
			await recogniseParticipant.within(world.as(visitor), { room: phone.room, token: phone.token })
		).toBe(null);
		expect(texts(await notesOn(world, { ...at, by: at.asha }))).toEqual(['Kept.']);
		// Whoever was in it is not known any more.
		expect(await world.db`select 1 from boards.participant`).toHaveLength(0);
		expect(await world.db`select 1 from boards.penned`).toHaveLength(0);
	})
);

test(
	'opened twice it is one room, and a board has another after it',
	withWorld(async (world) => {
		const at = await aRoom(world);
		await openRoom.within(world.as(at.asha), { ...at, dots: '5' });
		expect(await codeOf(world, at)).toBe(at.code);
		await closes(world, at);
		await closes(world, at);
		await openRoom.within(world.as(at.asha), { ...at, dots: '5' });
		expect(await codeOf(world, at)).not.toBe(at.code);
	})
);

test(
	'a note is kept once, however often it is sent, with the name that was given or none',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'retrospective' });
		const [rosa, nobody] = [await comesIn(world, at.code, 'Rosa'), await comesIn(world, at.code)];
		const id = randomUUID();
		const first = await says(world, rosa, 'Mould again.', { id });
		expect(await says(world, rosa, 'Mould again.', { id })).toEqual(first);
		await says(world, nobody, 'No answer.');
		const { notes, hidesWriters } = await sees(world, nobody);
		expect(texts(notes)).toEqual(['Mould again.', 'No answer.']);
		expect(notes.map(({ by }) => by)).toEqual(hidesWriters ? [null, null] : ['Rosa', null]);
	})
);

test(
	'where who takes part is hidden, or nobody is named, nobody is asked for a name and none is kept',
	withWorld(async (world) => {
		const hidden = await aRoom(world, { care: 'extreme' });
		const rosa = await comesIn(world, hidden.code, 'Rosa');
		expect(await showDoor.within(world.as(visitor), { code: hidden.code })).toMatchObject({ names: false });
		await says(world, rosa, 'Mould.');
		expect((await sees(world, rosa)).notes).toMatchObject([{ by: null }]);
		expect(await world.db`select 1 from boards.participant where called is not null`).toHaveLength(0);
		expect(await world.db`select 1 from boards.note where called is not null`).toHaveLength(0);
	})
);

test(
	'what is about a named person stays outside, also by its number',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'power-map' });
		const reviewOn = { day: '1', month: '3', year: '2027' };
		const number = await writes(world, {
			...at,
			by: at.asha,
			text: 'Councillor Pugh',
			kind: 'person',
			reviewOn
		});
		const phone = await comesIn(world, at.code);
		expect((await sees(world, phone)).notes).toEqual([]);
		await expect(
			showNoteInRoom.within(world.as(phone.actor), { room: phone.room, note: number })
		).rejects.toMatchObject(gone);
		await expect(says(world, phone, 'A person', { kind: 'person' })).rejects.toMatchObject({
			code: 'unusable'
		});
		expect((await showLedRoom.within(world.as(at.asha), at)).hidden).toBe(1);
		const { room } = await showLedRoom.within(world.as(at.asha), at);
		expect(room!.notes).toEqual([]);
	})
);

test(
	'names of accounts, and of who was in an earlier room, are not heard in a room',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const first = await comesIn(world, at.code, 'Rosa');
		await says(world, first, 'By Rosa.');
		await closes(world, at);
		await writes(world, { ...at, by: at.asha, text: 'By Asha.' });
		await openRoom.within(world.as(at.asha), { ...at, dots: '3' });
		const phone = await comesIn(world, await codeOf(world, at), 'Eira');
		await says(world, phone, 'By Eira.');
		expect((await sees(world, phone)).notes.map(({ by }) => by)).toEqual([null, null, 'Eira']);
	})
);

test(
	'a guest leads a room as well; whoever leaves is not counted, and their words stay',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const until = { day: '1', month: '12', year: '2030' };
		const guest = await joins(world, { slug: at.slug, by: at.asha, name: 'Host', part: 'guest', until });
		expect((await showLedRoom.within(world.as(guest), at)).room!.code).toBe(at.code);
		const rosa = await comesIn(world, at.code);
		await says(world, rosa, 'Mould.');
		await leaveRoom.within(world.as(rosa.actor), { room: rosa.room });
		const { room } = await showLedRoom.within(world.as(at.asha), at);
		expect(room!.counts.people).toBe(0);
		expect(texts(room!.notes)).toEqual(['Mould.']);
		await expect(sees(world, rosa)).rejects.toMatchObject(gone);
	})
);

test(
	'a room that was forgotten closes by itself, and a board that is put away has none',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const phone = await comesIn(world, at.code);
		await closeForgottenRooms.within({ ...world.as(house), now: later(11) }, {});
		expect((await sees(world, phone)).room).toBe(phone.room);
		await closeForgottenRooms.within(
			{ ...world.as(house), now: new Date(later(1).getTime() + roomLasts) },
			{}
		);
		await expect(sees(world, phone)).rejects.toMatchObject(gone);
		await addNote.within(world.as(at.asha), { ...at, text: 'Goes on.' });
	})
);

test(
	'whoever writes or comes in as the room closes is taken or refused, and what was taken is kept',
	withOwnWorld(async (world) => {
		const now = new Date();
		const { at, phones } = await world.do(async (inside) => {
			const made = await aRoom(inside, {}, now);
			const all = [];
			for (let number = 0; number < 6; number++) all.push(await comesIn(inside, made.code, '', now));
			return { at: made, phones: all };
		});
		const writing = phones.map(({ room, actor }, number) =>
			addInRoom(actor, { room, text: `Note ${number}.` })
		);
		const [closing, late] = [closeRoom(at.asha, at), joinRoom(visitor, { code: at.code, called: '' })];
		const taken = (await Promise.allSettled(writing)).flatMap((one, number) =>
			one.status === 'fulfilled' ? [`Note ${number}.`] : []
		);
		await closing;
		const came = await late.catch(() => undefined);
		const kept = await world.do((inside) => notesOn(inside, { ...at, by: at.asha }));
		expect(texts(kept).toSorted()).toEqual(taken.toSorted());
		// Whoever came in a moment before is outside with the others.
		if (came) expect(await recogniseParticipant(visitor, came)).toBe(null);
		const [left] = await world.do(({ db }) => db`select count(*)::int as people from boards.participant`);
		expect(left).toEqual({ people: 0 });
	})
);
