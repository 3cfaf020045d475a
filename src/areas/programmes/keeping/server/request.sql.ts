import type { Db } from '#server/db';

export type RequestRow = {
	id: string;
	call: string;
	kind: 'copy' | 'delete';
	foundBy: 'reference' | 'email' | 'telephone';
	/** Of who said one. */
	reference: string | null;
	/** The address or the number, until it is answered. */
	contact: string | null;
	cameOn: string;
	dueOn: string;
	identity: string;
	recordedAt: Date;
	recordedBy: string;
	doneAt: Date | null;
	doneBy: string | null;
	refused: string | null;
};
type NewRequest = Pick<
	RequestRow,
	'call' | 'kind' | 'foundBy' | 'reference' | 'contact' | 'cameOn' | 'dueOn' | 'identity'
> & {
	by: string;
	at: Date;
};

export async function insertRequest(db: Db, request: NewRequest): Promise<string> {
	const { call, kind, foundBy, reference, contact, cameOn, dueOn, identity, by, at } = request;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.request (call, kind, found_by, reference, contact, came_on, due_on, identity, recorded_at, recorded_by)
		values (${call}, ${kind}, ${foundBy}, ${reference}, ${contact}, ${cameOn}, ${dueOn}, ${identity}, ${at}, ${by}) returning id`;
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
		update programmes.request set done_at = ${at}, done_by = ${by}, refused = ${refused}, contact = null
		where id = ${id} and done_at is null`;
}

/** What was answered long ago is not kept. */
export async function deleteOldRequests(db: Db, before: Date): Promise<void> {
	await db`delete from programmes.request where done_at < ${before}`;
}

/** Whatever it is, a draft and what was withdrawn too: only for whoever acts for the person, and says nothing of it. */
export async function findForRequest(
	db: Db,
	{ call, foundBy, reference, contact }: Pick<RequestRow, 'call' | 'foundBy' | 'reference' | 'contact'>
): Promise<string[]> {
	const isIt =
		foundBy === 'reference'
			? db`expression.reference = ${reference}`
			: db`exists (
				select from programmes.answer
				where answer.expression = expression.id and answer.question = ${foundBy}
					and ${foundBy === 'email' ? isAddress(db, contact ?? '') : isNumber(db, contact ?? '')})`;
	const rows = await db<{ id: string }[]>`
		select expression.id from programmes.expression
		where expression.call = ${call} and expression.erased_at is null and ${isIt} order by expression.id`;
	return rows.map(({ id }) => id);
}

/** As it was typed or as it was understood: half a form may hold either. */
function isAddress(db: Db, address: string) {
	const plain = address.trim().toLowerCase();
	return db`${plain} in (lower(btrim(value #>> '{}')), lower(btrim(typed #>> '{}')))`;
}

/** Numbers are written with and without the code of the country; their last nine digits tell them apart. */
function isNumber(db: Db, telephone: string) {
	const last = telephone.replaceAll(/\D/g, '').slice(-9);
	return db`${last} in (right(regexp_replace(value #>> '{}', '\\D', '', 'g'), 9), right(regexp_replace(typed #>> '{}', '\\D', '', 'g'), 9))`;
}

function columns(db: Db) {
	return db`id, call, kind, found_by, reference, contact, to_char(came_on, 'YYYY-MM-DD') as came_on, to_char(due_on, 'YYYY-MM-DD') as due_on,
		identity, recorded_at, recorded_by, done_at, done_by, refused`;
}
