import { decideReset, listPeople, withdrawInvitation } from '#server/identity';
import { formAction, page } from '#server/web';

export const load = page(listPeople, { from: 'nothing' });

const toPeople = () => '/desk/people';

export const actions = {
	withdraw: formAction(withdrawInvitation, toPeople),
	decide: formAction(decideReset, toPeople)
};
