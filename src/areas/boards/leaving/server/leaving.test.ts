import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
	agreeOnBox,
	exportCampaign,
	feedCanvas,
	groupNote,
	importCampaign,
	keepPhoto,
	makeBoard,
	markMoment,
	moveNote,
	pointNote,
	rewordNote,
	setBoard,
	showBoard,
	showCanvas,
	showNote,
	strikeNote,
	takeEverything,
	type Leaving
} from '#areas/boards/server';
import { listOwnCampaigns, renameCampaign, shareCampaign, showCampaign } from '#areas/campaigns/server';
import { house, visitor, type Actor } from '#shared/actor';
import { lead } from '../../../../../tests/call-world.ts';
import { writes } from '../../../../../tests/campaign-boards.ts';
import { photograph, photosOn, putsPhoto } from '../../../../../tests/board-photos.ts';
import { aCampaign, joins, someone } from '../../../../../tests/campaign-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';
import '../../../../../tests/files.ts';
import { canonical, sumsOf } from '../canonical.ts';
import { files as names, readCampaign } from '../read-campaign.ts';

const notFound = { code: 'not-found' };
const ours = (world: World) => world.as(house);

/** A campaign in which people did all that can be done on boards. */
async function worked(world: World, { care = 'usual' }: { care?: 'usual' | 'extreme' } = {}) {
	const { slug: first, asha } = await aCampaign(world, { care });
	const bran = await joins(world, { slug: first, by: asha, name: 'Bran' });
	const { slug } = await renameCampaign.within(world.as(asha), {
		slug: first,
		name: 'Dry Homes',
		isSaid: 'yes'
	});
	const mine = world.as(asha);
	const { board: canvas } = await makeBoard.within(mine, { slug, template: 'canvas' });
	const { board: map } = await makeBoard.within(mine, { slug, template: 'power-map', name: 'Who decides' });
	const reviewOn = { day: '1', month: '2', year: '2027' };
	const person = { text: 'The head of housing', kind: 'person', x: '20', y: '90', reviewOn };
	await writes(world, { slug, board: map, by: asha, ...person });
	await writes(world, { slug, board: map, by: bran, text: 'The committee', kind: 'actor', x: '40', y: '50' });
	await moveNote.within(mine, { slug, board: map, note: 2, edition: 1, direction: 'up' });
	await feedCanvas.within(mine, { slug, board: map, notes: ['2'], box: 'allies' });
	await writes(world, {
		slug,
		board: canvas,
		by: bran,
		text: 'Renters <b>know</b> “best”\nاهلا',
		lane: 'community'
	});
	await writes(world, { slug, board: canvas, by: bran, text: 'Tenants', lane: 'community' });
	await writes(world, { slug, board: canvas, by: asha, text: 'Off again', lane: 'change' });
	await groupNote.within(mine, { slug, board: canvas, note: 3, edition: 1, under: 2 });
	await rewordNote.within(mine, {
		slug,
		board: canvas,
		note: 2,
		edition: 1,
		text: 'Renters know.',
		lane: 'community'
	});
	await strikeNote.within(mine, { slug, board: canvas, note: 4, edition: 1 });
	await world.db`update boards.note set votes = 3 where text = 'Tenants'`;
	await markMoment.within(mine, { slug, board: canvas, name: 'Tuesday' });
	await pointNote.within(mine, { slug, board: canvas, note: 2, target: `${map}/1`, says: 'who decides' });
	await pointNote.within(mine, { slug, board: canvas, note: 2, address: '/toolkit', says: 'The toolkit' });
	const { boxes } = await showCanvas.within(mine, { slug });
	await agreeOnBox.within(mine, { slug, box: 'community', seen: boxes[0]!.last });
	await setBoard.within(mine, { slug, board: map, name: 'Who decides', share: 'public' });
	const back = await makeBoard.within(mine, { slug, template: 'retrospective', hidesWriters: 'yes' });
	await writes(world, { slug, board: back.board, by: bran, text: 'We were too few.' });
	await putsPhoto(world, { slug, board: map, by: asha });
	await putsPhoto(world, { slug, board: map, by: bran, fate: 'destroy', bytes: await photograph('#a8e0ff') });
	const [, second] = await photosOn(world, { slug, board: map, by: asha });
	await keepPhoto.within(mine, { slug, board: map, photo: second!.id });
	await shareCampaign.within(mine, { slug, share: 'public' });
	return { slug, first, asha, bran, canvas, map };
}

const contentOf = ({ content }: Leaving) => Object.fromEntries(content);
const photosOf = ({ photos }: Leaving) => new Map(photos.map(({ name, read }) => [name, read]));
const everythingIn = ({ content, forPeople }: Leaving) => new Map([...content, ...forPeople()]);

test(
	'nobody takes a campaign along but its coordinators and whoever runs the machine, who alone takes one in',
	withWorld(async (world) => {
		const { slug, bran, asha } = await worked(world);
		for (const actor of [visitor, lead, bran, await someone(world, 'Cerys')] satisfies Actor[])
			await expect(takeEverything.within(world.as(actor), { slug })).rejects.toMatchObject(notFound);
		const taken = await takeEverything.within(world.as(asha), { slug });
		expect(taken).toMatchObject({ address: slug, boards: 3, notes: 7 });
		for (const actor of [visitor, lead, asha] satisfies Actor[]) {
			await expect(exportCampaign.within(world.as(actor), { slug })).rejects.toMatchObject(notFound);
			const files = { ...contentOf(taken) };
			await expect(importCampaign.within(world.as(actor), { files })).rejects.toMatchObject(notFound);
		}
		await expect(exportCampaign.within(ours(world), { slug: 'nobody-knows' })).rejects.toMatchObject(
			notFound
		);
	})
);

/** The same house twice would hide what stays behind. */
function elsewhere(work: (there: World) => Promise<void>): () => Promise<void> {
	return withOwnWorld((other) => other.do(work)) as () => Promise<void>;
}

test(
	'what leaves arrives elsewhere whole, with the same hash and the same bytes, and its people by name',
	withOwnWorld(async (here) => {
		const taken = await here.do(async (world) => {
			const { slug } = await worked(world);
			return exportCampaign.within(ours(world), { slug });
		});
		const all = everythingIn(taken);
		await elsewhere(async (there) => {
			const [files, photos] = [contentOf(taken), photosOf(taken)];
			const coming = { files, photos, coordinator: 'cerys@example.org' };
			const arrived = await importCampaign.within(ours(there), coming);
			expect(arrived).toEqual({ address: taken.address, hash: taken.hash, boards: 3, notes: 7 });
			const slug = taken.address;
			const again = await exportCampaign.within(ours(there), { slug });
			expect(again.hash).toBe(taken.hash);
			expect([...everythingIn(again)]).toEqual([...all]);
			await expect(showCampaign.within(there.as(), { slug })).rejects.toMatchObject(notFound);
			await expect(importCampaign.within(ours(there), { files, photos })).rejects.toMatchObject({
				code: 'campaign-is-here'
			});
		})();
	})
);

test(
	'whoever coordinates it there sees all of it, the history too',
	withOwnWorld(async (here) => {
		const taken = await here.do(async (world) => {
			const { slug } = await worked(world);
			return exportCampaign.within(ours(world), { slug });
		});
		await elsewhere(async (there) => {
			const files = contentOf(taken);
			const photos = photosOf(taken);
			await importCampaign.within(ours(there), { files, photos, coordinator: 'cerys@example.org' });
			const cerys = there.as(await someone(there, 'Cerys', 'cerys@example.org'));
			const [own] = await listOwnCampaigns.within(cerys, {});
			expect(own).toMatchObject({ slug: taken.address, part: 'coordinator', isMember: false });
			await there.db`update campaigns.member set accepted_at = invited_at where accepted_at is null`;
			const { slug } = own!;
			const canvas = await showBoard.within(cerys, { slug, board: 1 });
			expect(canvas.notes.map(({ text, by }) => `${by}: ${text}`)).toEqual(
				['Bran: The committee', 'Asha: Renters know.', 'Bran: Tenants'].map((line) =>
					line.replace('Asha: Renters', 'Bran: Renters')
				)
			);
			const { history } = await showNote.within(cerys, { slug, board: 1, note: 2 });
			expect(history.map(({ what, by }) => `${what} ${by}`)).toEqual(['made Bran', 'reworded Asha']);
			const kept = await photosOn(there, { slug, board: 2, by: cerys.actor });
			expect(kept).toMatchObject([{ number: 2, by: 'Bran', until: null }]);
			const { boxes } = await showCanvas.within(cerys, { slug });
			expect(boxes[0]).toMatchObject({ state: 'agreed', agreed: { by: 'Asha' } });
		})();
	})
);

test(
	'files say no address and, where a campaign is extremely sensitive, nobody’s name, unless they are asked to',
	withWorld(async (world) => {
		const { slug, asha } = await worked(world, { care: 'extreme' });
		const taken = await takeEverything.within(world.as(asha), { slug });
		const all = [...everythingIn(taken).values()].join('\n');
		expect(all).not.toMatch(/Asha|Bran|@example/);
		const asked = await takeEverything.within(world.as(asha), { slug, people: 'yes' });
		const said = [...everythingIn(asked).values()].join('\n');
		expect(said).toContain('Bran');
		expect(said).not.toContain('@example');
	})
);

test(
	'what was changed on its way is refused, and nothing of it stays',
	withWorld(async (world) => {
		const { slug } = await worked(world);
		const { content } = await exportCampaign.within(ours(world), { slug });
		const files = new Map(content);
		files.set(
			'boards/1/board.json',
			files.get('boards/1/board.json')!.replace('Renters know', 'Owners know')
		);
		expect(() => readCampaign(files)).toThrow('one was changed or damaged');
		files.delete('SHA256SUMS');
		expect(() => readCampaign(files)).toThrow('SHA256SUMS is missing.');
		const before = await world.db`select 1 from campaigns.campaign`;
		await expect(importCampaign.within(ours(world), { files: Object.fromEntries(files) })).rejects.toThrow(
			'SHA256SUMS is missing.'
		);
		expect(await world.db`select 1 from campaigns.campaign`).toHaveLength(before.length);
	})
);

test(
	'photos that are kept leave, the others stay behind; of an extremely sensitive campaign only where somebody asks for people',
	withWorld(async (world) => {
		const { slug, asha } = await worked(world, { care: 'extreme' });
		const taken = await takeEverything.within(world.as(asha), { slug });
		expect(taken.photos).toEqual([]);
		expect(taken.content.get('SHA256SUMS')).not.toContain('photos');
		const asked = await takeEverything.within(world.as(asha), { slug, people: 'yes' });
		const [one, ...others] = asked.photos;
		expect(others).toEqual([]);
		expect(one!.name).toBe('boards/2/photos/2.jpg');
		const bytes = await one!.read();
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		expect(asked.content.get('SHA256SUMS')).toContain(`${sha256}  ${one!.name}\n`);
	})
);

test(
	'a photo that is missing, is another, or is not one that a Placard made is refused, and nothing stays',
	withOwnWorld(async (here) => {
		const taken = await here.do(async (world) =>
			exportCampaign.within(ours(world), { slug: (await worked(world)).slug })
		);
		const name = names.photo(2, 2);
		const other = new Map([[name, async () => new Uint8Array(await photograph('#000'))]]);
		const told = await photograph('#111');
		const { board, ...head } = JSON.parse(taken.content.get(names.board(2))!) as {
			board: { photos: object[] };
		};
		const [photo] = board.photos;
		const sha256 = createHash('sha256').update(told).digest('hex');
		const forged = new Map(taken.content);
		const boardOf = { ...head, board: { ...board, photos: [{ ...photo, sha256, size: told.length }] } };
		forged.set(names.board(2), canonical(boardOf));
		forged.delete(names.sums);
		forged.set(names.sums, sumsOf(forged, [{ name, sha256 }]));
		await elsewhere(async (there) => {
			const files = contentOf(taken);
			for (const [given, wrong] of [
				[{ files }, `${name} is missing.`],
				[{ files, photos: other }, `${name} is not the photo that left`],
				[
					{
						files: Object.fromEntries(forged),
						photos: new Map([[name, async () => Promise.resolve(new Uint8Array(told))]])
					},
					'file-damaged'
				]
			] as const)
				await expect(importCampaign.within(ours(there), given)).rejects.toThrow(wrong);
		})();
	})
);
