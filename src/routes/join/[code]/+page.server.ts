import { isHttpError } from '@sveltejs/kit';
import { joinRoom, showDoor, type Door } from '#areas/boards/server';
import { formAction, keepInRoom, page, tries } from '#server/web';
import type { PageServerLoad } from './$types';

/** A code that opens nothing says so where it can be typed anew. */
export const load: PageServerLoad = async (event): Promise<{ view: Door | null; code: string }> => {
	const { code } = event.params;
	const look = page(showDoor, { guard: (one) => tries('join-room')({}, one) });
	try {
		return { ...(await look(event)), code };
	} catch (problem) {
		if (isHttpError(problem, 404)) return { view: null, code };
		throw problem;
	}
};

export const actions = {
	default: formAction(
		joinRoom,
		(open, event) => {
			keepInRoom(event, open);
			return `/room/${open.room}`;
		},
		{ guard: tries('join-room') }
	)
};
