import type { Db } from '#server/db';
import type { Role } from '#shared/actor';

export type NewAppointment = { person: string; role: Role; until: Date | null; by: string | null };

export async function insertAppointment(
	db: Db,
	{ person, role, until, by }: NewAppointment,
	since: Date
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into identity.appointment (person, role, since, until, given_by)
		values (${person}, ${role}, ${since}, ${until}, ${by})
		returning id`;
	return row!.id;
}
