import { expect, test } from 'vitest';
import { joinRoom, lockRoom, putOutOfRoom, showDoor, showNote, watchRoom } from '#areas/boards/server';
import { visitor } from '#shared/actor';
import { notesOn } from '../../../../../tests/campaign-boards.ts';
import { someone } from '../../../../../tests/campaign-world.ts';
import { aRoom, codeOf, comesIn, says, sees } from '../../../../../tests/rooms.ts';
import { withWorld } from '../../../../../tests/world.ts';

const gone = { code: 'not-found' };

test(
	'nobody locks a room or puts anybody out but who takes part in its campaign',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const { slug, board } = at;
		const rosa = await comesIn(world, at.code, 'Rosa');
		const { note } = await says(world, rosa, 'Mould again.');
		const noor = await someone(world, 'Noor');
		for (const actor of [visitor, noor, rosa.actor]) {
			const other = world.as(actor);
			await expect(lockRoom.within(other, { slug, board, isLocked: 'yes' })).rejects.toMatchObject(gone);
			await expect(putOutOfRoom.within(other, { slug, board, note })).rejects.toMatchObject(gone);
		}
		await expect(joinRoom.within(world.as(visitor), { code: at.code, called: '' })).resolves.toBeDefined();
	})
);

test(
	'behind a locked door nobody new comes in, and whoever is in stays',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const rosa = await comesIn(world, at.code, 'Rosa');
		const lock = (isLocked: 'yes' | 'no') => lockRoom.within(world.as(at.asha), { ...at, isLocked });
		const comes = () => comesIn(world, at.code, 'Noor');
		await lock('yes');
		expect(await showDoor.within(world.as(visitor), { code: at.code })).toMatchObject({ isLocked: true });
		await expect(comes()).rejects.toMatchObject({ code: 'room-locked' });
		await says(world, rosa, 'Still here.');
		await lock('no');
		await comes();
	})
);

test(
	'whoever wrote a note is put out, nobody learns who, and the code that they know opens nothing',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const { slug, board } = at;
		const [unkind, rosa] = [await comesIn(world, at.code), await comesIn(world, at.code, 'Rosa')];
		const { note } = await says(world, unkind, 'Something unkind.');
		await says(world, rosa, 'Mould again.');
		const lead = world.as(at.asha);
		expect(await showNote.within(lead, { slug, board, note })).toMatchObject({ isFromRoom: true });
		await putOutOfRoom.within(lead, { slug, board, note });
		await expect(sees(world, unkind)).rejects.toMatchObject(gone);
		await expect(says(world, unkind, 'Once more.')).rejects.toMatchObject(gone);
		await expect(watchRoom.within(world.as(unkind.actor), { room: unkind.room })).rejects.toMatchObject(gone);
		await expect(comesIn(world, at.code)).rejects.toMatchObject(gone);
		expect((await sees(world, rosa)).counts.people).toBe(1);
		expect(await notesOn(world, { ...at, by: at.asha })).toHaveLength(2);
		expect(await codeOf(world, at)).not.toBe(at.code);
		// A second press does nothing to anybody else.
		await expect(putOutOfRoom.within(lead, { slug, board, note })).rejects.toMatchObject({
			code: 'not-in-the-room'
		});
		expect((await sees(world, rosa)).counts.people).toBe(1);
	})
);

test(
	'where nobody is named nothing says who wrote a note, so that nobody is put out by it',
	withWorld(async (world) => {
		const at = await aRoom(world, { template: 'retrospective' });
		const { slug, board } = at;
		await world.db`update boards.board set hides_writers = true`;
		const phone = await comesIn(world, at.code);
		const { note } = await says(world, phone, 'Mould again.');
		const lead = world.as(at.asha);
		expect(await showNote.within(lead, { slug, board, note })).toMatchObject({ isFromRoom: false });
		await expect(putOutOfRoom.within(lead, { slug, board, note })).rejects.toMatchObject({
			code: 'not-in-the-room'
		});
		expect((await sees(world, phone)).counts.people).toBe(1);
	})
);
