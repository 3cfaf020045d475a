import type { Db } from '#server/db';
import type { Told } from './webhook.schema.ts';

export type Stopped = 'asked' | 'failing' | 'left';
export type WebhookRow = {
	id: string;
	person: string;
	url: string;
	events: Told[];
	secret: Buffer;
	madeAt: Date;
	stoppedAt: Date | null;
	stoppedWhy: Stopped | null;
};
export type DeliveryRow = {
	id: string;
	webhook: string;
	event: Told;
	ids: Record<string, string>;
	at: Date;
	tries: number;
	dueAt: Date | null;
	status: number | null;
	trouble: string | null;
	arrivedAt: Date | null;
};

export async function insertWebhook(
	db: Db,
	{
		id,
		person,
		url,
		events,
		secret,
		at
	}: Pick<WebhookRow, 'id' | 'person' | 'url' | 'events' | 'secret'> & { at: Date }
): Promise<void> {
	await db`
		insert into api.webhook (id, person, url, events, secret, made_at)
		values (${id}, ${person}, ${url}, ${[...events]}, ${secret}, ${at})`;
}

/** Those that run, and those that stopped since an instant. */
export function listWebhooks(
	db: Db,
	{ person, since }: { person: string | null; since: Date }
): Promise<WebhookRow[]> {
	return db<WebhookRow[]>`
		select * from api.webhook
		where (${person}::uuid is null or person = ${person}) and (stopped_at is null or stopped_at > ${since})
		order by stopped_at is not null, made_at desc, id`;
}

export async function findWebhook(db: Db, id: string): Promise<WebhookRow | undefined> {
	const [row] = await db<WebhookRow[]>`select * from api.webhook where id = ${id}`;
	return row;
}

export async function countRunning(db: Db): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(*)::int as count from api.webhook where stopped_at is null`;
	return row!.count;
}

export async function stopWebhook(db: Db, id: string, why: Stopped, at: Date): Promise<boolean> {
	const { count } = await db`
		update api.webhook set stopped_at = ${at}, stopped_why = ${why} where id = ${id} and stopped_at is null`;
	if (count) await db`update api.delivery set due_at = null where webhook = ${id}`;
	return count === 1;
}

/** One message for each address that is told of it. */
export async function insertDeliveries(
	db: Db,
	{ event, ids, at }: { event: Told; ids: Record<string, string>; at: Date }
): Promise<number> {
	const { count } = await db`
		insert into api.delivery (webhook, event, ids, at, due_at)
		select id, ${event}, ${db.json(ids)}, ${at}, ${at} from api.webhook
		where stopped_at is null and ${event} = any(events)`;
	return count;
}

/** Takes one that is due, and puts it off meanwhile, so that no other process sends it too. */
export async function takeDue(db: Db, now: Date, until: Date): Promise<DeliveryRow | undefined> {
	const [row] = await db<DeliveryRow[]>`
		update api.delivery set tries = tries + 1, due_at = ${until}
		where id = (select id from api.delivery where due_at <= ${now} order by due_at, id limit 1 for update skip locked)
		returning *`;
	return row;
}

type Outcome = { arrivedAt: Date | null; dueAt: Date | null; status: number | null; trouble: string | null };

export async function writeOutcome(
	db: Db,
	id: string,
	{ arrivedAt, dueAt, status, trouble }: Outcome
): Promise<void> {
	await db`
		update api.delivery
		set arrived_at = ${arrivedAt}, due_at = ${dueAt}, status = ${status}, trouble = ${trouble} where id = ${id}`;
}

export function latestOf(db: Db, webhooks: readonly string[], each: number): Promise<DeliveryRow[]> {
	return db<DeliveryRow[]>`
		select latest.* from unnest(${[...webhooks]}::uuid[]) as asked
		cross join lateral (
			select * from api.delivery where webhook = asked order by at desc, id limit ${each}
		) latest`;
}

export async function deleteOldDeliveries(db: Db, before: Date): Promise<void> {
	await db`delete from api.delivery where due_at is null and at < ${before}`;
	await db`delete from api.webhook where stopped_at < ${before}`;
}
