import type { Db } from '#server/db';

export type App = { id: string; sealed: Buffer; begunAt: Date; addedAt: Date | null; lastStep: string };

/** Begins again where it was begun before: an unfinished secret is worth nothing. */
export async function beginAgain(db: Db, person: string, sealed: Buffer, at: Date): Promise<void> {
	await db`delete from identity.app where person = ${person} and added_at is null`;
	await db`insert into identity.app (person, sealed, begun_at) values (${person}, ${sealed}, ${at})`;
}

export async function findBegun(db: Db, person: string, begunSince: Date): Promise<App | undefined> {
	const [row] = await db<App[]>`
		select * from identity.app
		where person = ${person} and added_at is null and begun_at > ${begunSince} for update`;
	return row;
}

export async function findAdded(db: Db, person: string): Promise<App | undefined> {
	const [row] = await db<App[]>`
		select * from identity.app where person = ${person} and added_at is not null for update`;
	return row;
}

/** The app that was begun takes the place of the one before, if there was one. */
export async function markAdded(db: Db, person: string, app: string, step: number, at: Date): Promise<void> {
	await deleteApp(db, person);
	await db`update identity.app set added_at = ${at}, last_step = ${step} where id = ${app}`;
}

export async function markStep(db: Db, app: string, step: number): Promise<void> {
	await db`update identity.app set last_step = ${step} where id = ${app}`;
}

export async function deleteApp(db: Db, person: string): Promise<boolean> {
	const { count } = await db`delete from identity.app where person = ${person} and added_at is not null`;
	return count === 1;
}
