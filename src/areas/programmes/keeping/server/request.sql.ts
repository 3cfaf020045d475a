import type { Db } from '#server/db';

export type RequestRow = {
	id: string;
	call: string;
	kind: 'copy' | 'delete';
	reference: string;
	cameOn: string;
	dueOn: string;
	identity: string;
	recordedAt: Date;
	recordedBy: string;
	doneAt: Date | null;
	doneBy: string | null;
	refused: string | null;
};
type NewRequest = Pick<RequestRow, 'call' | 'kind' | 'reference' | 'cameOn' | 'dueOn' | 'identity'> & {
	by: string;
	at: Date;
};

export async function insertRequest(db: Db, request: NewRequest): Promise<string> {
	const { call, kind, reference, cameOn, dueOn, identity, by, at } = request;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.request (call, kind, reference, came_on, due_on, identity, recorded_at, recorded_by)
		values (${call}, ${kind}, ${reference}, ${cameOn}, ${dueOn}, ${identity}, ${at}, ${by}) returning id`;
	return row!.id;
}

/** Open ones first, the most urgent at the top. */
export function listRequests(db: Db, call: string): Promise<RequestRow[]> {
	return db<RequestRow[]>`
		select ${columns(db)} from programmes.request
		where call = ${call} order by done_at is not null, due_on, recorded_at, id`;
}

export async function lockRequest(db: Db, id: string): Promise<RequestRow | undefined> {
	const [row] = await db<
		RequestRow[]
	>`select ${columns(db)} from programmes.request where id = ${id} for update`;
	return row;
}

export async function endRequest(
	db: Db,
	id: string,
	{ by, at, refused = null }: { by: string; at: Date; refused?: string | null }
): Promise<void> {
	await db`
		update programmes.request set done_at = ${at}, done_by = ${by}, refused = ${refused}
		where id = ${id} and done_at is null`;
}

/** What was answered long ago is not kept. */
export async function deleteOldRequests(db: Db, before: Date): Promise<void> {
	await db`delete from programmes.request where done_at < ${before}`;
}

/** Whatever it is, a draft and what was withdrawn too: only for whoever acts for the person, and says nothing of it. */
export async function findForRequest(db: Db, call: string, reference: string): Promise<string | undefined> {
	const [row] = await db<{ id: string }[]>`
		select id from programmes.expression where call = ${call} and reference = ${reference} and erased_at is null`;
	return row?.id;
}

function columns(db: Db) {
	return db`id, call, kind, reference, to_char(came_on, 'YYYY-MM-DD') as came_on, to_char(due_on, 'YYYY-MM-DD') as due_on,
		identity, recorded_at, recorded_by, done_at, done_by, refused`;
}
