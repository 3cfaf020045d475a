import {
	destroyPhoto,
	finishTypingUp,
	keepPhoto,
	listPhotos,
	putPhotos,
	showBoard,
	typeUp
} from '#areas/boards/server';
import { formAction, page } from '#server/web';
import type { PageServerLoad } from './$types';

const show = page(showBoard);
const photos = page(listPhotos);

export const load: PageServerLoad = async (event) => ({
	...(await show(event)),
	photos: (await photos(event)).view
});

type At = { slug: string; board: number };
type Staying = { url: URL };

/** The same page, with the lane and the photo from which somebody types and how large it is, unless that is another now. */
function typing({ slug, board }: At, { url }: Staying, now: Record<string, string>): string {
	const query = new URLSearchParams(now);
	for (const name of ['lane', 'photo', 'larger']) {
		const value = url.searchParams.get(name);
		if (value && !query.has(name)) query.set(name, value);
	}
	return `/workspace/${slug}/boards/${board}/type-up?${query}`;
}

export const actions = {
	type: formAction(typeUp, ({ lane, ...at }, event) => typing(at, event, { lane })),
	put: formAction(putPhotos, ({ photo, ...at }, event) => typing(at, event, { photo, done: 'put' }), {
		large: true
	}),
	keep: formAction(keepPhoto, (at, event) => typing(at, event, { done: 'kept' })),
	destroy: formAction(destroyPhoto, (at, event) => typing(at, event, { done: 'destroyed' })),
	finish: formAction(finishTypingUp, (at, event) => typing(at, event, { done: 'destroyed' }))
};
