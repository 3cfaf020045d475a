import { insertAppointment, type NewAppointment } from './appointments.sql.ts';
import type { Acting } from '../sessions.ts';

/** Gives somebody a role. Who may was asked by whoever calls. */
export async function appoint(acting: Acting, appointment: NewAppointment): Promise<void> {
	const { db, now, record } = acting;
	const id = await insertAppointment(db, appointment, now);
	await record('role.given', { id, person: appointment.person, role: appointment.role });
}
