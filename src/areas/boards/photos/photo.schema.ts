import * as v from 'valibot';
import { ByBoard } from '../board.schema.ts';
import { fates, mostPhotos } from './photo.ts';

const Id = v.pipe(v.string(), v.uuid());
/** One, several, or none where nothing was chosen. */
const several = <const Item extends v.GenericSchema>(item: Item) =>
	v.pipe(
		v.union([item, v.array(item)], 'no-photo'),
		v.transform((given) => [given].flat() as v.InferOutput<Item>[])
	);

export const ByPhoto = v.object({ ...ByBoard.entries, photo: Id });
/** Left alone it is destroyed: whoever says nothing has not asked to keep anybody's face. */
export const Putting = v.object({
	...ByBoard.entries,
	photos: v.pipe(
		v.optional(several(v.blob('no-photo')), () => []),
		v.minLength(1, 'no-photo'),
		v.maxLength(mostPhotos, 'too-many')
	),
	fate: v.optional(v.picklist(fates, 'not-an-option'), 'destroy')
});
/** Those that were on the page of whoever is done, and no others that somebody put there meanwhile. */
export const TypedUp = v.object({ ...ByBoard.entries, photos: v.optional(several(Id), () => []) });
