import { groupInRoom, moveInRoom, rewordInRoom, showNoteInRoom, strikeInRoom } from '#areas/boards/server';
import { formAction, roomPage } from '#server/web';

export const load = roomPage(showNoteInRoom);

const at = ({ room, note }: { room: string; note: number }) => `/room/${room}#note-${note}`;
export const actions = {
	reword: formAction(rewordInRoom, at),
	strike: formAction(strikeInRoom, ({ room }) => `/room/${room}`),
	move: formAction(moveInRoom, at),
	group: formAction(groupInRoom, at)
};
