import * as v from 'valibot';
import { administrator, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { findPerson } from '../people.sql.ts';
import type { Acting } from '../sessions.ts';
import {
	endAppointments,
	hasOtherLastingAdministrator,
	insertAppointment,
	takeTurn,
	type NewAppointment
} from './appointments.sql.ts';
import { ByPerson, Role } from './shapes.ts';

/** Gives somebody a role. Who may was asked by whoever calls. */
export async function appoint(acting: Acting, appointment: NewAppointment): Promise<void> {
	const { db, now, record } = acting;
	const { person, role } = appointment;
	await takeTurn(db);
	await insertAppointment(db, appointment, now);
	await record('role.given', { id: person, role });
}

/** From this moment the person may no more what the role let them. One administrator without an end date stays. */
export const endRole = useCase('identity.endRole', {
	input: v.object({ ...ByPerson.entries, role: Role }),
	on: ({ db }, { person }) => findPerson(db, person),
	may: administrator,
	async run({ db, actor, now, record }, { role }, { id: person }) {
		await takeTurn(db);
		if (role === 'administrator' && !(await hasOtherLastingAdministrator(db, person, now)))
			throw new Problem('last-administrator');
		const by = actor.kind === 'person' ? actor.id : null;
		if (!(await endAppointments(db, { person, role, by, at: now }))) throw new Problem('not-found');
		await record('role.ended', { id: person, role });
	}
});
