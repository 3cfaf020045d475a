import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import {
	destroyForgottenPhotos,
	destroyPhoto,
	finishTypingUp,
	keepPhoto,
	listPhotos,
	makeBoard,
	openRoom,
	putPhotos,
	setBoard,
	showBoard,
	showPhoto,
	type PhotoView
} from '#areas/boards/server';
import { shareCampaign } from '#areas/campaigns/server';
import { readFile } from '#server/files';
import { errands } from '#server/use-case';
import { note } from '../../../../server/use-case/events.ts';
import { house, visitor, type Actor } from '#shared/actor';
import { photograph, photosOn, putsPhoto } from '../../../../../tests/board-photos.ts';
import { lead } from '../../../../../tests/call-world.ts';
import { aBoard } from '../../../../../tests/campaign-boards.ts';
import { aCampaign, joins, someone } from '../../../../../tests/campaign-world.ts';
import { filesFolder } from '../../../../../tests/files.ts';
import { codeOf, comesIn } from '../../../../../tests/rooms.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';
import { mostPhotos } from '../photo.ts';

const notFound = { code: 'not-found' };
const later = (days: number) => new Date(someDay.getTime() + days * 24 * 60 * 60_000);
const until = { day: '1', month: '2', year: '2030' };
const fileOf = (href: string) => ({ id: href.split('/')[2]! });

/** A board that everybody may read, in a campaign with a guest. */
async function shown(world: World) {
	const there = await aBoard(world);
	const { slug, board, asha } = there;
	await setBoard.within(world.as(asha), { slug, board, name: 'Our board', share: 'public' });
	await shareCampaign.within(world.as(asha), { slug, share: 'public' });
	const guest = await joins(world, { slug, by: asha, name: 'Gwen', part: 'guest', until });
	return { ...there, guest };
}

test(
	'photos are nobody’s to see, put, keep or destroy but those who take part, whatever is shared',
	withWorld(async (world) => {
		const { slug, board, asha } = await shown(world);
		const photo = await putsPhoto(world, { slug, board, by: asha, fate: 'keep' });
		const [{ href }] = (await photosOn(world, { slug, board, by: asha })) as [PhotoView];
		await openRoom.within(world.as(asha), { slug, board, dots: '3' });
		const phone = await comesIn(world, await codeOf(world, { slug, board, asha }), '');
		const bran = await someone(world, 'Bran');
		const other = await aCampaign(world, { name: 'Elsewhere' });
		await expect(listPhotos.within(world.as(asha), { slug: other.slug, board })).rejects.toMatchObject(
			notFound
		);
		expect(await showBoard.within(world.as(), { slug, board })).toMatchObject({ share: 'public' });
		for (const actor of [visitor, lead, bran, phone.actor, house] satisfies Actor[]) {
			const their = world.as(actor);
			const photos = new Blob([(await photograph()) as Uint8Array<ArrayBuffer>]);
			for (const act of [
				() => listPhotos.within(their, { slug, board }),
				() => putPhotos.within(their, { slug, board, photos }),
				() => showPhoto.within(their, { slug, board, photo }),
				() => keepPhoto.within(their, { slug, board, photo }),
				() => destroyPhoto.within(their, { slug, board, photo }),
				() => finishTypingUp.within(their, { slug, board, photos: photo }),
				() => readFile.within(their, fileOf(href))
			])
				await expect(act()).rejects.toMatchObject(notFound);
		}
		const asThey = { slug, board, as: 'anybody' } as const;
		await expect(listPhotos.within(world.as(asha), asThey)).rejects.toMatchObject(notFound);
		for (const forbidden of [listPhotos, destroyForgottenPhotos])
			await expect(forbidden.within(world.as(bran), { slug, board })).rejects.toMatchObject(notFound);
	})
);

test(
	'a photo of one board is not there on another',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const photo = await putsPhoto(world, { slug, board, by: asha });
		const second = await makeBoard.within(world.as(asha), { slug, template: 'free-lanes' });
		const there = { slug, board: second.board, photo };
		for (const act of [showPhoto, keepPhoto, destroyPhoto])
			await expect(act.within(world.as(asha), there)).rejects.toMatchObject(notFound);
		await finishTypingUp.within(world.as(asha), { slug, board: second.board, photos: photo });
		expect(await photosOn(world, { slug, board, by: asha })).toHaveLength(1);
	})
);

test(
	'a guest photographs, and has destroyed what is not kept; what is kept a group decides about',
	withWorld(async (world) => {
		const { slug, board, asha, guest } = await shown(world);
		const keeping = putsPhoto(world, { slug, board, by: guest, fate: 'keep' });
		await expect(keeping).rejects.toMatchObject({ fields: { fate: 'not-an-option' } });
		const own = await putsPhoto(world, { slug, board, by: guest });
		const kept = await putsPhoto(world, { slug, board, by: asha, fate: 'keep' });
		await expect(keepPhoto.within(world.as(guest), { slug, board, photo: own })).rejects.toMatchObject(
			notFound
		);
		await expect(destroyPhoto.within(world.as(guest), { slug, board, photo: kept })).rejects.toMatchObject(
			notFound
		);
		const seen = await photosOn(world, { slug, board, by: guest });
		expect(seen.map(({ mayDestroy }) => mayDestroy)).toEqual([true, false]);
		await keepPhoto.within(world.as(asha), { slug, board, photo: own });
		await destroyPhoto.within(world.as(guest), { slug, board, photo: own });
		expect(await photosOn(world, { slug, board, by: asha })).toMatchObject([{ id: kept, by: 'Asha' }]);
	})
);

test(
	'on a board that is put away nobody puts any; they are still seen and destroyed',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const kept = await putsPhoto(world, { slug, board, by: asha, fate: 'keep' });
		const away = { slug, board, name: 'Our board', share: 'private', isPutAway: 'yes' } as const;
		await setBoard.within(world.as(asha), away);
		await expect(putsPhoto(world, { slug, board, by: asha })).rejects.toMatchObject(notFound);
		const view = await listPhotos.within(world.as(asha), { slug, board });
		expect(view).toMatchObject({ mayPut: false, photos: [{ id: kept }] });
		await destroyPhoto.within(world.as(asha), { slug, board, photo: kept });
		expect(await photosOn(world, { slug, board, by: asha })).toEqual([]);
	})
);

test(
	'what is no picture, is damaged, too large, or one too many is refused with a sentence, and nothing stays',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const at = { slug, board, by: asha };
		const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1');
		const half = (await photograph('#234', { width: 900, height: 900 })).subarray(0, 3000);
		for (const [bytes, code] of [
			[Buffer.from('%PDF-1.4\n%%EOF'), 'file-kind'],
			[Buffer.from('Dear all'), 'file-kind'],
			[heic, 'file-heic'],
			[half, 'file-damaged'],
			[Buffer.alloc(20_000_001, 1), 'file-too-large']
		] as const)
			await expect(putsPhoto(world, { ...at, bytes: bytes as Buffer })).rejects.toMatchObject({ code });
		const none = putPhotos.within(world.as(asha), { slug, board, photos: 'photo.jpg' as never });
		await expect(none).rejects.toMatchObject({ fields: { photos: 'no-photo' } });
		const some = async (count: number) =>
			putPhotos.within(world.as(asha), {
				slug,
				board,
				photos: await Promise.all(
					Array.from({ length: count }, async () => new Blob([(await photograph()) as never]))
				)
			});
		await expect(some(mostPhotos + 1)).rejects.toMatchObject({ fields: { photos: 'too-many' } });
		await some(mostPhotos - 1);
		await expect(some(2)).rejects.toMatchObject({ code: 'file-too-many', details: { limit: mostPhotos } });
		expect((await listPhotos.within(world.as(asha), { slug, board })).room).toBe(1);
	})
);

test(
	'a photo is made anew: no place, no time, no name, no larger than it needs to be',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const large = await photograph('#d9b44a', { width: 4000, height: 3000 });
		await putsPhoto(world, { slug, board, by: asha, bytes: large });
		const png = await sharp({ create: { width: 30, height: 30, channels: 4, background: '#0000' } })
			.png()
			.toBuffer();
		await putsPhoto(world, { slug, board, by: asha, bytes: png });
		const [first, second] = (await photosOn(world, { slug, board, by: asha })) as [PhotoView, PhotoView];
		expect(first.href).toMatch(/\/photo\.jpg$/);
		const bytesOf = async (href: string) => {
			const file = await readFile.within(world.as(asha), fileOf(href));
			return Buffer.from(await new Response(await file.read()).arrayBuffer());
		};
		const made = await bytesOf(first.href);
		expect(made.toString('latin1')).not.toMatch(/Asha|Fell Lane|2026:01:15/);
		const { exif, width } = await sharp(made).metadata();
		expect({ exif, width }).toEqual({ exif: undefined, width: 3200 });
		const clear = await sharp(await bytesOf(second.href)).stats();
		expect(clear.channels.map(({ min }) => min)).toEqual([255, 255, 255]);
	})
);

test(
	'what nobody decides about is destroyed when its day has come, and what is kept is not',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const left = await putsPhoto(world, { slug, board, by: asha });
		const kept = await putsPhoto(world, { slug, board, by: asha, fate: 'keep' });
		const [one] = await photosOn(world, { slug, board, by: asha });
		expect(one).toMatchObject({ id: left, until: later(7), keptAt: null });
		await destroyForgottenPhotos.within(world.as(house, later(6.9)), {});
		expect(await photosOn(world, { slug, board, by: asha })).toHaveLength(2);
		await destroyForgottenPhotos.within(world.as(house, later(7)), {});
		expect(await photosOn(world, { slug, board, by: asha })).toMatchObject([{ id: kept, until: null }]);
		await expect(readFile.within(world.as(asha), fileOf(one!.href))).rejects.toMatchObject(notFound);
		await expect(keepPhoto.within(world.as(asha), { slug, board, photo: left })).rejects.toMatchObject(
			notFound
		);
	})
);

test(
	'whoever is done destroys what they saw and nobody keeps, and not what somebody put there meanwhile',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const photos = [
			await putsPhoto(world, { slug, board, by: asha }),
			await putsPhoto(world, { slug, board, by: asha, fate: 'keep' })
		];
		const meanwhile = await putsPhoto(world, { slug, board, by: asha });
		await finishTypingUp.within(world.as(asha), { slug, board, photos });
		const left = await photosOn(world, { slug, board, by: asha });
		expect(left.map(({ id }) => id).toSorted()).toEqual([photos[1], meanwhile].toSorted());
		await finishTypingUp.within(world.as(asha), { slug, board });
		expect(await photosOn(world, { slug, board, by: asha })).toHaveLength(2);
	})
);

test(
	'where nobody is named nobody is known to have photographed, and the record names nobody anywhere',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world);
		const photo = await putsPhoto(world, { slug, board, by: asha, fate: 'keep' });
		expect(await photosOn(world, { slug, board, by: asha })).toMatchObject([{ by: 'Asha' }]);
		const view = await listPhotos.within(world.as(asha), { slug, board });
		expect(view.isSensitive).toBe(false);
		const nameless = { slug, board, name: 'Our board', share: 'private', hidesWriters: 'yes' } as const;
		await setBoard.within(world.as(asha), nameless);
		await putsPhoto(world, { slug, board, by: asha, fate: 'keep' });
		await destroyPhoto.within(world.as(asha), { slug, board, photo });
		const known = await world.db`select 1 from boards.photo where num_nonnulls(put_by, kept_by) > 0`;
		expect(known).toHaveLength(0);
		expect((await listPhotos.within(world.as(asha), { slug, board })).isSensitive).toBe(true);
		const said = await world.db<{ name: string; actor: unknown }[]>`
			select name, actor from house.event where name like 'photo.%' order by name`;
		expect(said.map(({ name }) => name)).toEqual(['photo.destroyed', 'photo.put', 'photo.put']);
		expect(said.every(({ actor }) => actor === null)).toBe(true);
	})
);

test(
	'in an extremely sensitive campaign the page says more',
	withWorld(async (world) => {
		const { slug, board, asha } = await aBoard(world, { care: 'extreme' });
		const bran = await joins(world, { slug, by: asha, name: 'Bran' });
		await putsPhoto(world, { slug, board, by: asha });
		const view = await listPhotos.within(world.as(bran), { slug, board });
		expect(view).toMatchObject({ isSensitive: true, photos: [{ by: null }] });
	})
);

test(
	'what is destroyed is gone from the store, and what goes with its campaign too',
	withOwnWorld(async (world) => {
		const bytesThere = async () =>
			(await readdir(filesFolder, { recursive: true, withFileTypes: true })).filter(
				(one) => one.isFile() && /^[0-9a-f]{64}$/.test(one.name)
			).length;
		const runErrands = async () => {
			const jobs = await world.do(
				({ db }) => db<{ data: { errand: string; details: Record<string, string> } }[]>`
				delete from pgboss.job where name = 'errands' and state = 'created' returning data`
			);
			for (const { data } of jobs) await errands.find(({ name }) => name === data.errand)!.run(data.details);
		};
		const before = await bytesThere();
		const { slug, board, asha, photo, campaign } = await world.do(async (inside) => {
			const there = await aBoard(inside);
			const red = await photograph('#e01010');
			const blue = await photograph('#1010e0');
			const photo = await putsPhoto(inside, { ...there, by: there.asha, bytes: red });
			await putsPhoto(inside, { ...there, by: there.asha, bytes: blue, fate: 'keep' });
			const [row] = await inside.db<{ id: string }[]>`select id from campaigns.campaign`;
			return { ...there, photo, campaign: row!.id };
		});
		expect(await bytesThere()).toBe(before + 2);
		await world.do((inside) => destroyPhoto.within(inside.as(asha), { slug, board, photo }));
		await runErrands();
		expect(await bytesThere()).toBe(before + 1);
		await world.do(async (inside) => {
			await inside.db`delete from campaigns.campaign where id = ${campaign}`;
			await note(inside.as(house), 'campaign.ended', { id: campaign }, 'full');
			await inside.runJobs();
		});
		await runErrands();
		expect(await bytesThere()).toBe(before);
	})
);
