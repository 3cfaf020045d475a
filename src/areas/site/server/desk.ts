import * as v from 'valibot';
import { countUninvited } from '#areas/campaigns/server';
import { listProgrammes } from '#areas/programmes/server';
import { listPeople } from '#server/identity';
import { showOutbox } from '#server/mail';
import { administrator, nothing, staff, useCase, type Context } from '#server/use-case';
import { dayOf, homeZone } from '#shared/dates';
import { isSettled, todosOf, type FirstSteps } from '../today.ts';
import { findAccent, findHost } from './host.sql.ts';

type Programme = Awaited<ReturnType<typeof listProgrammes>>[number];

/** Staff see what needs doing today, what is on, and, in a house that is new, the first steps. */
export const showDesk = useCase('site.showDesk', {
	input: v.object({}),
	on: nothing,
	may: staff,
	async run(context) {
		const programmes = await listProgrammes.within(context, {});
		const { counts: letters } = await showOutbox.within(context, {});
		const uninvited = await countUninvited.within(context, {});
		const first: FirstSteps = {
			named: (await findHost(context.db)) !== undefined,
			coloured: (await findAccent(context.db)) !== null,
			hasProgramme: programmes.length > 0,
			hasColleague: await hasColleague(context),
			hasPublished: programmes.some(({ live }) => live !== null)
		};
		return {
			first: administrator(context.actor) && !isSettled(first) ? first : null,
			todos: todosOf({ calls: programmes, letters, uninvited }, dayOf(context.now, homeZone)),
			on: programmes.filter(isOn).map(inShort)
		};
	}
});

export type DeskView = Awaited<ReturnType<typeof showDesk>>;

/** Somebody else works here, or was asked to. */
async function hasColleague(context: Context): Promise<boolean> {
	const { people, invitations } = await listPeople.within(context, {});
	const me = context.actor.kind === 'person' ? context.actor.id : '';
	return invitations.length > 0 || people.some(({ id, roles }) => id !== me && roles.length > 0);
}

function isOn({ phase }: Programme): boolean {
	return phase !== 'draft' && phase !== 'archived';
}

function inShort({ slug, name, phase, live, sent }: Programme) {
	return { slug, name, phase, opens: live?.opens ?? null, ends: live?.ends ?? null, ...sent };
}
