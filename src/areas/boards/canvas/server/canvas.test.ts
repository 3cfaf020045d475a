import { expect, test } from 'vitest';
import {
	agreeOnBox,
	feedCanvas,
	listTargets,
	makeBoard,
	pointNote,
	reopenBox,
	rewordNote,
	moveNote,
	setBoard,
	showBoard,
	showCanvas,
	showFeeding,
	showNote,
	showPointers,
	strikeNote,
	unpointNote,
	undo
} from '#areas/boards/server';
import { shareCampaign } from '#areas/campaigns/server';
import { visitor, type Actor } from '#shared/actor';
import { lead } from '../../../../../tests/call-world.ts';
import { aBoard, notesOn, writes } from '../../../../../tests/campaign-boards.ts';
import { joins, someone } from '../../../../../tests/campaign-world.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const notFound = { code: 'not-found' };
const soon = new Date(someDay.getTime() + 60_000);
const boxIn = async (world: World, actor: Actor, slug: string, box: string) =>
	(await showCanvas.within(world.as(actor), { slug })).boxes.find((one) => one.box === box)!;

test(
	'who does not take part agrees on nothing, feeds nothing and points at nothing',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const note = await writes(world, { slug, board, by: asha, text: 'Renters.', lane: 'community' });
		const until = { day: '1', month: '2', year: '2026' };
		const guest = await joins(world, { slug, by: asha, name: 'Nia', part: 'guest', until });
		const { last } = await boxIn(world, asha, slug, 'community');
		const at = { slug, board };
		const strangers = [visitor, lead, await someone(world, 'Bran')] satisfies Actor[];
		for (const actor of strangers)
			for (const act of [
				() => showCanvas.within(world.as(actor), { slug }),
				() => showFeeding.within(world.as(actor), at),
				() => feedCanvas.within(world.as(actor), { ...at, notes: [String(note)] }),
				() => showPointers.within(world.as(actor), at),
				() => listTargets.within(world.as(actor), at),
				() => pointNote.within(world.as(actor), { ...at, note, address: '/toolkit', says: 'Toolkit' }),
				() =>
					unpointNote.within(world.as(actor), {
						...at,
						note,
						pointer: '00000000-0000-4000-8000-000000000000'
					})
			])
				await expect(act()).rejects.toMatchObject(notFound);
		for (const actor of [...strangers, guest]) {
			const agreeing = { slug, box: 'community', seen: last } as const;
			await expect(agreeOnBox.within(world.as(actor), agreeing)).rejects.toMatchObject(notFound);
			await expect(reopenBox.within(world.as(actor), agreeing)).rejects.toMatchObject(notFound);
		}
	})
);

test(
	'a box is empty, begun, agreed by somebody on a day, and begun again once anything in it changes',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const community = () => boxIn(world, asha, slug, 'community');
		const agree = async () =>
			agreeOnBox.within(world.as(asha), { slug, box: 'community', seen: (await community()).last });
		expect(await community()).toMatchObject({ state: 'empty', agreed: null });
		await expect(agree()).rejects.toMatchObject({ code: 'box-empty' });
		const note = await writes(world, { slug, board, by: asha, text: 'Renters.', lane: 'community' });
		expect(await community()).toMatchObject({ state: 'begun', count: 1 });
		await agree();
		expect(await community()).toMatchObject({ state: 'agreed', agreed: { at: someDay, by: 'Asha' } });
		await writes(world, { slug, board, by: asha, text: 'Elsewhere.', lane: 'change' });
		expect(await community()).toMatchObject({ state: 'agreed' });
		const edition = async () => (await showNote.within(world.as(asha), { slug, board, note })).edition;
		for (const change of [
			async () =>
				rewordNote.within(world.as(asha), {
					slug,
					board,
					note,
					text: 'Tenants.',
					lane: 'community',
					edition: await edition()
				}),
			async () =>
				moveNote.within(world.as(asha), { slug, board, note, lane: 'change', edition: await edition() }),
			async () =>
				moveNote.within(world.as(asha), { slug, board, note, lane: 'community', edition: await edition() }),
			async () => writes(world, { slug, board, by: asha, text: 'Students.', lane: 'community' }),
			async () => strikeNote.within(world.as(asha), { slug, board, note, edition: await edition() }),
			async () => undo.within(world.as(asha, soon), { slug, board })
		]) {
			await change();
			const now = await community();
			expect(now.state).toBe(now.count ? 'begun' : 'empty');
			expect(now.agreed).not.toBeNull();
			if (now.count) await agree();
		}
		expect(await community()).toMatchObject({ state: 'agreed' });
		await reopenBox.within(world.as(asha), { slug, box: 'community' });
		expect(await community()).toMatchObject({ state: 'begun', agreed: null });
	})
);

test(
	'whoever agrees on what somebody has just changed is told to read it again',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		await writes(world, { slug, board, by: asha, text: 'Renters.', lane: 'community' });
		const { last: seen } = await boxIn(world, asha, slug, 'community');
		await writes(world, { slug, board, by: asha, text: 'And owners.', lane: 'community' });
		const agreeing = agreeOnBox.within(world.as(asha), { slug, box: 'community', seen });
		await expect(agreeing).rejects.toMatchObject({ code: 'box-changed-meanwhile' });
	})
);

test(
	'two who agree on one box at the same moment agree once',
	withOwnWorld(async (world) => {
		const { slug, asha, seen } = await world.do(async (inside) => {
			const made = await aBoard(inside);
			await writes(inside, { ...made, by: made.asha, text: 'Renters.', lane: 'community' });
			return { ...made, seen: (await boxIn(inside, made.asha, made.slug, 'community')).last };
		});
		const agree = () =>
			world.do((inside) => agreeOnBox.within(inside.as(asha), { slug, box: 'community', seen }));
		await Promise.all([agree(), agree(), agree()]);
		const rows = await world.do((inside) => inside.db`select 1 from boards.agreement`);
		expect(rows).toHaveLength(1);
	})
);

test(
	'what a group chooses goes to the canvas once, with whose it is and where it came from',
	withWorld(async (world) => {
		const { slug, board: canvas, asha } = await aBoard(world);
		const { board } = await makeBoard.within(world.as(asha), { slug, template: 'tactics', name: 'Tactics' });
		const bran = await joins(world, { slug, by: asha, name: 'Bran' });
		const note = await writes(world, { slug, board, by: bran, text: 'Write to the paper.' });
		await writes(world, { slug, board, by: bran, text: 'Not this.' });
		const feed = (more: object = {}) =>
			feedCanvas.within(world.as(asha), { slug, board, notes: [String(note)], ...more });
		await expect(feedCanvas.within(world.as(asha), { slug, board })).rejects.toMatchObject({
			fields: { notes: 'missing' }
		});
		expect(await feed()).toMatchObject({ board: canvas, count: 1 });
		expect(await feed()).toMatchObject({ count: 0 });
		const there = await notesOn(world, { slug, board: canvas, by: asha });
		expect(there).toMatchObject([{ text: 'Write to the paper.', lane: 'actions', by: 'Bran' }]);
		expect(await boxIn(world, asha, slug, 'actions')).toMatchObject({ state: 'begun' });
		const on = (number: number) => showPointers.within(world.as(asha), { slug, board: number });
		expect(await on(canvas)).toMatchObject([{ note: 1, way: 'from', other: { board, number: note } }]);
		expect(await on(board)).toMatchObject([{ note, way: 'into', other: { board: canvas, number: 1 } }]);
		expect((await showFeeding.within(world.as(asha), { slug, board })).fed).toEqual([note]);
		const { history } = await showNote.within(world.as(asha), { slug, board: canvas, note: 1 });
		expect(history).toMatchObject([{ what: 'fed', by: 'Asha' }]);
		await strikeNote.within(world.as(asha), { slug, board: canvas, note: 1, edition: 1 });
		expect(await feed({ box: 'learning' })).toMatchObject({ count: 1 });
	})
);

test(
	'where no lane feeds a box somebody says which, and without a canvas nothing goes anywhere',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world, { template: 'placard' });
		const note = await writes(world, { slug, board, by: asha, text: 'As a renter I want…' });
		const feeding = { slug, board, notes: [String(note)] };
		await expect(feedCanvas.within(world.as(asha), feeding)).rejects.toMatchObject({ code: 'no-canvas' });
		const { board: canvas } = await makeBoard.within(world.as(asha), { slug, template: 'canvas' });
		await expect(feedCanvas.within(world.as(asha), feeding)).rejects.toMatchObject({
			fields: { box: 'missing' }
		});
		await feedCanvas.within(world.as(asha), { ...feeding, box: 'change' });
		const own = { slug, board: canvas, notes: '1', box: 'change' } as const;
		await expect(feedCanvas.within(world.as(asha), own)).rejects.toMatchObject({ code: 'no-canvas' });
	})
);

test(
	'what is about a named person stays on its board, and a board without names names nobody on the canvas',
	withWorld(async (world) => {
		const { slug, board: canvas, asha } = await aBoard(world);
		const { board } = await makeBoard.within(world.as(asha), { slug, template: 'power-map' });
		const reviewOn = { day: '1', month: '2', year: '2027' };
		const person = { text: 'The head of housing', kind: 'person', x: '20', y: '90', reviewOn };
		await writes(world, { slug, board, by: asha, ...person });
		const feeding = { slug, board, notes: '1', box: 'allies' } as const;
		await expect(feedCanvas.within(world.as(asha), feeding)).rejects.toMatchObject({
			code: 'note-about-somebody'
		});
		const nameless = { slug, template: 'retrospective', hidesWriters: 'yes' } as const;
		const { board: back } = await makeBoard.within(world.as(asha), nameless);
		await writes(world, { slug, board: back, by: asha, text: 'We were too few.' });
		await feedCanvas.within(world.as(asha), { slug, board: back, notes: ['1'] });
		expect(await notesOn(world, { slug, board: canvas, by: asha })).toMatchObject([{ by: null }]);
	})
);

test(
	'a note leads to a note of another board or to a page, as far as readers are shown both ends',
	withWorld(async (world) => {
		const { slug, board: canvas, asha } = await aBoard(world);
		const mine = world.as(asha);
		const { board: map } = await makeBoard.within(mine, { slug, template: 'power-map' });
		const reviewOn = { day: '1', month: '2', year: '2027' };
		await writes(world, { slug, board: map, by: asha, text: 'The head', kind: 'person', reviewOn });
		await writes(world, { slug, board: map, by: asha, text: 'The committee', kind: 'actor' });
		const note = await writes(world, { slug, board: canvas, by: asha, text: 'Ask them.' });
		const at = { slug, board: canvas, note };
		const point = (more: object) => pointNote.within(mine, { ...at, ...more });
		await expect(point({})).rejects.toMatchObject({ fields: { target: 'missing' } });
		await expect(point({ address: '/toolkit' })).rejects.toMatchObject({ fields: { says: 'missing' } });
		for (const address of ['javascript:alert(1)', '//elsewhere.example', '/\\elsewhere', 'http://', 'data:x'])
			await expect(point({ address, says: 'x' }), address).rejects.toMatchObject({
				fields: { address: 'not-a-link' }
			});
		for (const target of [`${canvas}/1`, `${map}/99`, '99/1', 'x'])
			await expect(point({ target }), target).rejects.toMatchObject({ fields: { target: 'not-an-option' } });
		await point({ target: `${map}/1` });
		await point({ target: `${map}/2` });
		await point({ target: `${map}/2` });
		await point({ address: 'https://example.org/report', says: 'The register' });
		const shown = async (actor: Actor, board = canvas) =>
			(await showPointers.within(world.as(actor), { slug, board }))
				.map(({ way, says, address, other }) => other?.text ?? `${way}: ${says} ${address}`)
				.toSorted();
		const page = 'to: The register https://example.org/report';
		expect(await shown(asha)).toEqual(['The committee', 'The head', page]);
		expect(await shown(asha, map)).toEqual(['Ask them.', 'Ask them.']);
		await shareCampaign.within(mine, { slug, share: 'public' });
		await setBoard.within(mine, { slug, board: canvas, name: 'Canvas', share: 'public' });
		expect(await shown(visitor)).toEqual([page]);
		expect((await showCanvas.within(world.as(visitor), { slug })).board).toBe(canvas);
		await setBoard.within(mine, { slug, board: map, name: 'Power', share: 'public' });
		expect(await shown(visitor)).toEqual(['The committee', page]);
		expect(await shown(visitor, map)).toEqual(['Ask them.']);
		const all = await showPointers.within(mine, { slug, board: canvas });
		const { id } = all.find(({ other }) => other?.text === 'The head')!;
		await unpointNote.within(mine, { ...at, pointer: id });
		expect(await shown(asha)).toEqual(['The committee', page]);
	})
);

test(
	'how far a campaign is is told no further than its canvas is shown, and never with a name',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		await writes(world, { slug, board, by: asha, text: 'Renters.', lane: 'community' });
		const { last: seen } = await boxIn(world, asha, slug, 'community');
		await agreeOnBox.within(world.as(asha), { slug, box: 'community', seen });
		await shareCampaign.within(world.as(asha), { slug, share: 'public' });
		const hidden = await showCanvas.within(world.as(), { slug });
		expect(hidden.board).toBeNull();
		expect(hidden.boxes.every(({ state, agreed }) => state === 'empty' && !agreed)).toBe(true);
		await setBoard.within(world.as(asha), { slug, board, name: 'Canvas', share: 'public' });
		const shown = await boxIn(world, visitor, slug, 'community');
		expect(shown).toMatchObject({ state: 'agreed', agreed: { by: null } });
		const nameless = { slug, board, name: 'Canvas', share: 'public', hidesWriters: 'yes' } as const;
		await setBoard.within(world.as(asha), nameless);
		expect((await boxIn(world, asha, slug, 'community')).agreed).toMatchObject({ by: null });
		expect((await showBoard.within(world.as(asha), { slug, board })).notes).toMatchObject([{ by: null }]);
	})
);
