import { showDoor } from '#areas/boards/server';
import { formAction, tries } from '#server/web';

export const actions = {
	default: formAction(showDoor, ({ code }) => `/join/${code}`, { guard: tries('join-room') })
};
