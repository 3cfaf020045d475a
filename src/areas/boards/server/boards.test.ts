import { expect, test } from 'vitest';
import {
	addNote,
	copyNote,
	groupNote,
	linkNote,
	listBoards,
	makeBoard,
	markMoment,
	moveNote,
	restoreNote,
	rewordNote,
	setBoard,
	showBoard,
	showChanges,
	showNote,
	strikeNote,
	typeUp,
	undo
} from '#areas/boards/server';
import { shareCampaign } from '#areas/campaigns/server';
import { visitor, type Actor } from '#shared/actor';
import { aBoard, notesOn, writes } from '../../../../tests/campaign-boards.ts';
import { lead } from '../../../../tests/call-world.ts';
import { joins, someone } from '../../../../tests/campaign-world.ts';
import { someDay, withOwnWorld, withWorld } from '../../../../tests/world.ts';

const notFound = { code: 'not-found' };
const later = (minutes: number) => new Date(someDay.getTime() + minutes * 60_000);

test(
	'a board is nobody’s to read or write but those who take part',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const note = await writes(world, { slug, board, by: asha, text: 'Renters know best.' });
		const at = { slug, board };
		const on = { ...at, note, edition: 1 };
		for (const actor of [visitor, lead, await someone(world, 'Bran')] satisfies Actor[]) {
			const their = world.as(actor);
			for (const act of [
				() => listBoards.within(their, { slug }),
				() => makeBoard.within(their, { slug, template: 'canvas' }),
				() => showBoard.within(their, at),
				() => showNote.within(their, on),
				() => showChanges.within(their, at),
				() => addNote.within(their, { ...at, text: 'Mine.' }),
				() => typeUp.within(their, { ...at, typed: 'Mine.' }),
				() => rewordNote.within(their, { ...on, text: 'Mine.' }),
				() => moveNote.within(their, { ...on, lane: 'change' }),
				() => strikeNote.within(their, on),
				() => undo.within(their, at),
				() => markMoment.within(their, { ...at, name: 'Ours' }),
				() => setBoard.within(their, { ...at, name: 'Ours', share: 'public' })
			])
				await expect(act()).rejects.toMatchObject(notFound);
		}
	})
);

test(
	'what is shared is read as far as the campaign is shared, without names of who wrote it, and written by nobody',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		await writes(world, { slug, board, by: asha, text: 'Renters know best.' });
		const set = (share: 'private' | 'public') =>
			setBoard.within(world.as(asha), { slug, board, name: 'Our board', share });
		await set('public');
		await expect(showBoard.within(world.as(), { slug, board })).rejects.toMatchObject(notFound);
		await shareCampaign.within(world.as(asha), { slug, share: 'public' });
		const shown = await showBoard.within(world.as(), { slug, board });
		expect(shown).toMatchObject({
			share: 'public',
			mayWrite: false,
			notes: [{ text: 'Renters know best.', by: null }]
		});
		expect((await notesOn(world, { slug, board, by: asha }))[0]!.by).toBe('Asha');
		expect((await listBoards.within(world.as(), { slug })).boards).toHaveLength(1);
		await expect(addNote.within(world.as(), { slug, board, text: 'Mine.' })).rejects.toMatchObject(notFound);
		await set('private');
		expect((await listBoards.within(world.as(), { slug })).boards).toEqual([]);
		await expect(showBoard.within(world.as(), { slug, board })).rejects.toMatchObject(notFound);
		const asThey = { slug, board, as: 'anybody' } as const;
		await expect(showBoard.within(world.as(asha), asThey)).rejects.toMatchObject(notFound);
	})
);

test(
	'what is about a named person has a day to look at it again, and is shown to members alone',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world, { template: 'power-map' });
		const person = { slug, board, by: asha, text: 'The head of housing', kind: 'person', x: '20', y: '90' };
		await expect(writes(world, person)).rejects.toMatchObject({ fields: { reviewOn: 'review-missing' } });
		const reviewOn = { day: '1', month: '2', year: '2026' };
		await writes(world, { ...person, reviewOn });
		const { board: canvas } = await makeBoard.within(world.as(asha), { slug, template: 'canvas' });
		const copied = copyNote.within(world.as(asha), { slug, board, note: 1, to: canvas });
		await expect(copied).rejects.toMatchObject({ fields: { to: 'not-an-option' } });
		await writes(world, { ...person, kind: 'actor', text: 'The housing committee' });
		await setBoard.within(world.as(asha), { slug, board, name: 'Power', share: 'public' });
		await shareCampaign.within(world.as(asha), { slug, share: 'public' });
		const shown = await showBoard.within(world.as(), { slug, board });
		expect(shown.notes.map(({ text }) => text)).toEqual(['The housing committee']);
		expect((await listBoards.within(world.as(), { slug })).boards[0]!.count).toBe(1);
		// Files carry when a board changed last: what somebody is not shown does not move it for them.
		await writes(world, { ...person, reviewOn, text: 'Another head' }, later(1));
		expect((await showBoard.within(world.as(), { slug, board })).changedAt).toEqual(shown.changedAt);
		expect((await showBoard.within(world.as(asha), { slug, board })).changedAt).toEqual(later(1));
		const [first] = await notesOn(world, { slug, board, by: asha });
		expect(first).toMatchObject({ text: 'The head of housing', reviewOn: '2026-02-01' });
		const due = await showBoard.within(world.as(asha, new Date('2026-02-01T09:00:00Z')), { slug, board });
		expect(due.due).toEqual([1, 3]);
	})
);

test(
	'where nobody is named nobody is kept, and that cannot be taken back',
	withWorld(async (world) => {
		const { slug, asha } = await aBoard(world);
		const { board } = await makeBoard.within(world.as(asha), {
			slug,
			template: 'retrospective',
			hidesWriters: 'yes'
		});
		await writes(world, { slug, board, by: asha, text: 'We were too few.' });
		const kept = await world.db`
			select 1 from boards.note full join boards.state on state.note = note.id
			where written_by is not null or state.by is not null`;
		expect(kept).toHaveLength(0);
		const { board: canvas } = await makeBoard.within(world.as(asha), { slug, template: 'canvas' });
		await writes(world, { slug, board: canvas, by: asha, text: 'I wrote this.' });
		const nameless = { slug, board: canvas, name: 'Canvas', share: 'private', hidesWriters: 'yes' } as const;
		await setBoard.within(world.as(asha), nameless);
		const forgotten = await world.db`
			select 1 from boards.note join boards.state on state.note = note.id
			where note.text = 'I wrote this.' and (written_by is not null or state.by is not null)`;
		expect(forgotten).toHaveLength(0);
		const named = setBoard.within(world.as(asha), { slug, board, name: 'Look back', share: 'private' });
		await expect(named).rejects.toMatchObject({ code: 'board-stays-nameless' });
	})
);

test(
	'in an extremely sensitive campaign only a coordinator sees who wrote',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world, { care: 'extreme' });
		const bran = await joins(world, { slug, by: asha, name: 'Bran' });
		const cerys = await joins(world, { slug, by: asha, name: 'Cerys' });
		const note = await writes(world, { slug, board, by: bran, text: 'It happened to us.' });
		expect((await notesOn(world, { slug, board, by: cerys }))[0]!.by).toBe(null);
		expect((await showNote.within(world.as(cerys), { slug, board, note })).history[0]!.by).toBe(null);
		expect((await notesOn(world, { slug, board, by: bran }))[0]!.by).toBe('Bran');
		expect((await notesOn(world, { slug, board, by: asha }))[0]!.by).toBe('Bran');
	})
);

test(
	'two who reword one note: the second is told, and the first’s words stand',
	withOwnWorld(async (world) => {
		const there = await world.do(async (inside) => {
			const at = await aBoard(inside);
			await writes(inside, { slug: at.slug, board: at.board, by: at.asha, text: 'First.' });
			return at;
		});
		const { slug, board, asha } = there;
		const says = (text: string) =>
			world.do((inside) => rewordNote.within(inside.as(asha), { slug, board, note: 1, edition: 1, text }));
		const outcomes = await Promise.allSettled([says('Second.'), says('Third.')]);
		const refused = outcomes.filter((one) => one.status === 'rejected');
		expect(refused).toHaveLength(1);
		expect(refused[0]!.reason).toMatchObject({ code: 'note-changed-meanwhile' });
		await world.do(async (inside) => {
			const { history } = await showNote.within(inside.as(asha), { slug, board, note: 1 });
			expect(history).toHaveLength(2);
		});
	})
);

test(
	'many who write at one moment have numbers of their own, and one sent twice is kept once',
	withOwnWorld(async (world) => {
		const { slug, board, asha } = await world.do(aBoard);
		const id = '00000000-0000-4000-8000-0000000000aa';
		const write = (text: string, own?: string) =>
			world.do((inside) =>
				addNote.within(inside.as(asha), { slug, board, text, ...(own ? { id: own } : {}) })
			);
		await Promise.all(Array.from({ length: 12 }, (_, index) => write(`Note ${index}`)));
		const first = await write('Once.', id);
		expect(await write('Once.', id)).toEqual(first);
		await world.do(async (inside) => {
			const numbers = (await notesOn(inside, { slug, board, by: asha })).map(({ number }) => number);
			expect(numbers).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
		});
	})
);

test(
	'moves are kept, a step at a time or to a lane, and undone',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world, { template: 'power-map' });
		const note = await writes(world, { slug, board, by: asha, text: 'The committee', x: '50', y: '98' });
		const on = { slug, board, note };
		const as = (minutes: number) => world.as(asha, later(minutes));
		await moveNote.within(as(1), { ...on, edition: 1, direction: 'up' });
		await moveNote.within(as(2), { ...on, edition: 2, direction: 'left', by: '20' });
		const [here] = await notesOn(world, { slug, board, by: asha });
		expect(here).toMatchObject({
			x: 30,
			y: 100,
			trail: [
				{ x: 50, y: 98 },
				{ x: 50, y: 100 }
			]
		});
		await undo.within(as(3), { slug, board });
		expect((await notesOn(world, { slug, board, by: asha }))[0]).toMatchObject({ x: 50, y: 100 });
		await expect(undo.within(as(4), { slug, board })).rejects.toMatchObject({ code: 'nothing-to-undo' });
		const canvas = await makeBoard.within(as(5), { slug, template: 'canvas' });
		const other = await copyNote.within(as(6), { ...on, to: canvas.board });
		await moveNote.within(as(7), { slug, board: canvas.board, note: other.note, edition: 1, lane: 'care' });
		const nowhere = { slug, board: canvas.board, note: other.note, edition: 2, lane: 'nowhere' };
		await expect(moveNote.within(as(8), nowhere)).rejects.toMatchObject({
			fields: { lane: 'not-an-option' }
		});
		expect((await notesOn(world, { slug, board: canvas.board, by: asha }))[0]!.lane).toBe('care');
	})
);

test(
	'a hundred from paper are kept at once, each in its lane, or none where one is wrong',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const [first, second] = (await showBoard.within(world.as(asha), { slug, board })).template.lanes;
		const lines = Array.from({ length: 100 }, (_, index) =>
			index === 50 ? `${second!.letter}. Post-it 50` : `Post-it ${index}`
		);
		const wrong = { slug, board, typed: lines.join('\n'), current: 'nowhere' };
		await expect(typeUp.within(world.as(asha), wrong)).rejects.toMatchObject({ code: 'unusable' });
		expect(await notesOn(world, { slug, board, by: asha })).toEqual([]);
		const { lane } = await typeUp.within(world.as(asha), { ...wrong, current: first!.key });
		expect(lane).toBe(second!.key);
		const notes = await notesOn(world, { slug, board, by: asha });
		expect(notes).toHaveLength(100);
		expect(notes.filter((one) => one.lane === second!.key)).toHaveLength(50);
		expect(notes.filter((one) => one.lane === first!.key)).toHaveLength(50);
	})
);

test(
	'like is grouped with like, one deep, and links are those that the template knows',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world, { template: 'data-cycle' });
		const at = { slug, board, by: asha };
		const one = await writes(world, { ...at, text: 'A register', kind: 'dataset' });
		const two = await writes(world, { ...at, text: 'A visit', kind: 'step' });
		const three = await writes(world, { ...at, text: 'Another visit', kind: 'step' });
		const mine = world.as(asha);
		await groupNote.within(mine, { slug, board, note: three, edition: 1, under: two });
		const deeper = groupNote.within(mine, { slug, board, note: two, edition: 1, under: one });
		await expect(deeper).rejects.toMatchObject({ fields: { under: 'not-an-option' } });
		const { links } = (await showBoard.within(mine, { slug, board })).template;
		const link = links.find(({ from, to }) => from.includes('dataset') && to.includes('step'));
		await linkNote.within(mine, { slug, board, note: one, edition: 1, to: two, says: link!.key });
		const unknown = linkNote.within(mine, { slug, board, note: one, edition: 2, to: two, says: 'nothing' });
		await expect(unknown).rejects.toMatchObject({ fields: { says: 'not-an-option' } });
		const notes = await notesOn(world, at);
		expect(notes[0]!.links).toEqual([{ to: notes[1]!.id, as: link!.key }]);
		expect(notes[2]!.group).toBe(notes[1]!.id);
	})
);

test(
	'what changed since our last meeting is told from what was there then, and what was taken off comes back',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const at = { slug, board };
		await writes(world, { ...at, by: asha, text: 'Stays.' });
		const gone = await writes(world, { ...at, by: asha, text: 'Goes.' });
		await markMoment.within(world.as(asha, later(1)), { ...at, name: 'Tuesday' });
		await strikeNote.within(world.as(asha, later(2)), { ...at, note: gone, edition: 1 });
		await rewordNote.within(world.as(asha, later(3)), {
			...at,
			note: 1,
			edition: 1,
			text: 'Stays, reworded.'
		});
		await writes(world, { ...at, by: asha, text: 'New.' }, later(4));
		const changes = await showChanges.within(world.as(asha, later(5)), at);
		expect(changes.since!.name).toBe('Tuesday');
		expect(changes.before.map(({ text }) => text)).toEqual(['Stays.', 'Goes.']);
		expect(changes.notes.map(({ text }) => text)).toEqual(['Stays, reworded.', 'New.']);
		expect(changes.struck.map(({ text }) => text)).toEqual(['Goes.']);
		await restoreNote.within(world.as(asha, later(6)), { ...at, note: gone, edition: 2 });
		expect(await notesOn(world, { ...at, by: asha })).toHaveLength(3);
	})
);

test(
	'a board that was put away is read by who takes part, and written on by nobody',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		await shareCampaign.within(world.as(asha), { slug, share: 'public' });
		await setBoard.within(world.as(asha), { slug, board, name: 'Old', share: 'public', isPutAway: 'yes' });
		await expect(writes(world, { slug, board, by: asha, text: 'Late.' })).rejects.toMatchObject(notFound);
		await expect(showBoard.within(world.as(), { slug, board })).rejects.toMatchObject(notFound);
		expect((await showBoard.within(world.as(asha), { slug, board })).isPutAway).toBe(true);
	})
);
