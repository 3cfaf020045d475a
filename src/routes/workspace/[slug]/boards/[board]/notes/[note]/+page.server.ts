import {
	copyNote,
	groupNote,
	linkNote,
	listTargets,
	moveNote,
	pointNote,
	putOutOfRoom,
	restoreNote,
	rewordNote,
	showNote,
	showPointers,
	strikeNote,
	unlinkNote,
	unpointNote
} from '#areas/boards/server';
import { formAction, nested, page } from '#server/web';
import type { PageServerLoad } from './$types';

const show = page(showNote);
const pointers = page(showPointers);
const targets = page(listTargets);

export const load: PageServerLoad = async (event) => {
	const { view } = await show(event);
	const all = (await pointers(event)).view;
	return {
		view,
		pointers: all.filter(({ note }) => note === view.note.number),
		targets: view.mayWrite ? (await targets(event)).view : []
	};
};

type At = { slug: string; board: number; note: number };
const note = ({ slug, board, note }: At) => `/workspace/${slug}/boards/${board}/notes/${note}`;
const board = ({ slug, board, note }: At) => `/workspace/${slug}/boards/${board}#note-${note}`;
export const actions = {
	reword: formAction(rewordNote, board, {
		shape: (fields) => ({
			...nested(fields),
			reviewOn: {
				day: fields['reviewOn-day'],
				month: fields['reviewOn-month'],
				year: fields['reviewOn-year']
			}
		})
	}),
	move: formAction(moveNote, note),
	link: formAction(linkNote, note),
	unlink: formAction(unlinkNote, note),
	point: formAction(pointNote, note),
	unpoint: formAction(unpointNote, note),
	group: formAction(groupNote, note),
	copy: formAction(copyNote, note),
	strike: formAction(strikeNote, ({ slug, board }) => `/workspace/${slug}/boards/${board}`),
	restore: formAction(restoreNote, note),
	'put-out': formAction(putOutOfRoom, ({ slug, board }) => `/workspace/${slug}/boards/${board}/room`)
};
