import { askForReset, decideReset, endRole, showPerson } from '#server/identity';
import { formAction, page } from '#server/web';

export const load = page(showPerson);

type Event = { params: { person?: string | undefined }; locals: App.Locals };

const toPerson = (_: void, { params }: Event) => `/desk/people/${params.person}`;

/** Whoever ended their own role may have no desk any more. */
const toPeople = (_: void, { params, locals }: Event) =>
	locals.actor.kind === 'person' && locals.actor.id === params.person ? '/account' : '/desk/people';

export const actions = {
	endRole: formAction(endRole, toPeople),
	askForReset: formAction(askForReset, toPerson),
	decide: formAction(decideReset, toPerson)
};
