import type { Chance } from '../chance.ts';
import { flipped } from '../malformed-forms/makers.ts';
import { filesOf, photoName, picture, put, saidOf, summed, told, type Told } from './samples.ts';
import { folder, zipped, type Maker, type Trial } from './trial.ts';

/* What is wrong with the photos that a campaign keeps. Its boards and hashes say what lies there, whatever that is. */

const bare = await picture({ background: '#777' }).jpeg().toBuffer();
const none: readonly Buffer[] = [
	Buffer.alloc(0),
	Buffer.from('Dear all,'),
	await picture().png().toBuffer(),
	await picture().webp().toBuffer(),
	await picture()
		.jpeg()
		.withExif({ IFD0: { Artist: 'Asha of Fell Lane' } })
		.toBuffer(),
	await picture({ width: 3300, height: 10 }).jpeg().toBuffer(),
	bare.subarray(0, bare.length - 20),
	Buffer.concat([bare, Buffer.from('PK and more')]),
	Buffer.concat([Buffer.from('<svg/>'), bare]),
	Buffer.alloc(21_000_000, 1)
];

function withPhotos(chance: Chance, photos: Buffer[]): Told {
	const mine = told(chance);
	mine.photos = photos;
	mine.boards[0]!.board.photos = photos.map((bytes, at) => saidOf(bytes, at + 1));
	return mine;
}

const handed = (chance: Chance, mine: Told, then: Trial['then']) =>
	chance.below(2) ? zipped(filesOf(mine), then) : folder(filesOf(mine), then);

export const photoMakers: Record<string, Maker> = {
	'photos that are none': (chance) => handed(chance, withPhotos(chance, [bare, chance.one(none)]), 'refused'),
	'a photo with bytes changed': (chance) =>
		handed(chance, withPhotos(chance, [flipped(chance, bare)]), 'any'),
	'a photo that is another': (chance) => {
		const files = filesOf(withPhotos(chance, [bare]));
		const other = put(files, photoName(1), chance.one(none));
		return zipped(chance.below(2) ? other : summed(other), 'refused');
	},
	'a photo that is not there': (chance) => {
		const files = filesOf(withPhotos(chance, [bare, bare]));
		files.delete(photoName(1 + chance.below(2)));
		return zipped(chance.below(2) ? files : summed(files), 'refused');
	},
	'what is said of a photo is not so': (chance) => {
		const mine = withPhotos(chance, [bare]);
		const { photos } = mine.boards[0]!.board;
		chance.one([
			() => photos.push(photos[0]!),
			() => photos.push(...Array.from({ length: 12 }, (_, at) => ({ ...photos[0]!, number: at + 2 }))),
			() => (photos[0]!.size = 1),
			() => (photos[0]!.number = 7),
			() => (photos[0]!.sha256 = photos[0]!.sha256.toUpperCase()),
			() => (photos[0]!.by = 'p9'),
			() => (photos[0]!.keptAt = '1969-01-01T00:00:00.000Z')
		])();
		return handed(chance, mine, 'refused');
	},
	'a photo that is no file': (chance) => {
		const files = filesOf(withPhotos(chance, [bare]));
		files.delete(photoName(1));
		const place = chance.one(['pipe', 'folder', { link: '/dev/zero' }, { link: '/etc/passwd' }] as const);
		return folder(files, 'refused', [[photoName(1), place]]);
	}
};
