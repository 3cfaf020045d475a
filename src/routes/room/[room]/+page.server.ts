import { addInRoom, dotInRoom, leaveRoom, placeInRoom, showRoom } from '#areas/boards/server';
import { forgetRoom, formAction, roomPage } from '#server/web';

export const load = roomPage(showRoom);

const room = ({ room, note }: { room: string; note?: number }) =>
	note === undefined ? `/room/${room}` : `/room/${room}#note-${note}`;
export const actions = {
	add: formAction(addInRoom, ({ room: id }) => room({ room: id })),
	place: formAction(placeInRoom, room),
	dot: formAction(dotInRoom, room),
	leave: formAction(leaveRoom, (_, event) => {
		forgetRoom(event, event.params['room'] ?? '');
		return '/join';
	})
};
