import sharp from 'sharp';
import { listPhotos, putPhotos } from '#areas/boards/server';
import type { Actor } from '#shared/actor';
import { someDay, type World } from './small-world.ts';

/** As a telephone makes it: with when, where and by whom. */
export function photograph(color = '#d9b44a', { width = 60, height = 40 } = {}): Promise<Buffer> {
	return sharp({ create: { width, height, channels: 3, background: color } })
		.jpeg()
		.withExif({
			IFD0: { Artist: 'Asha of Fell Lane', DateTime: '2026:01:15 12:00:00' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 52/1 0/1' }
		})
		.toBuffer();
}

type There = { slug: string; board: number; by: Actor };
type Putting = There & { fate?: 'keep' | 'destroy'; bytes?: Buffer };

/** Puts one photo; its id. */
export async function putsPhoto(
	world: World,
	{ slug, board, by, fate = 'destroy', bytes }: Putting,
	now = someDay
): Promise<string> {
	const photos = new Blob([(bytes ?? (await photograph())) as Uint8Array<ArrayBuffer>]);
	return (await putPhotos.within(world.as(by, now), { slug, board, photos, fate })).photo;
}

export async function photosOn(world: World, { slug, board, by }: There, now = someDay) {
	return (await listPhotos.within(world.as(by, now), { slug, board })).photos;
}
