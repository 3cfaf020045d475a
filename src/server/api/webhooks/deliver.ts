import { inTransaction, type Db } from '#server/db';
import { standing } from '#server/identity';
import { log } from '#server/log';
import { unseal } from '#server/secrets';
import { errand, on, type Context, type Details } from '#server/use-case';
import { house } from '#shared/actor';
import { callOut, type Heard } from './call-out.ts';
import { tellThatItStopped } from './letters.ts';
import { outcomeOf, tryAgainAt } from './patience.ts';
import { toldOf, type Told } from './webhook.schema.ts';
import {
	findWebhook,
	insertDeliveries,
	stopWebhook,
	takeDue,
	writeOutcome,
	type DeliveryRow,
	type WebhookRow
} from './webhook.sql.ts';

const minute = 60_000;

for (const event of toldOf) {
	/** The queue knows each by its name. */
	const tell = {
		[`tellPrograms:${event}`]: (context: Context, details: Details) => tellOf(context, event, details)
	};
	on(event, tell[`tellPrograms:${event}`]!);
}

async function tellOf(context: Context, event: Told, details: Details): Promise<void> {
	const { db, now: at } = context;
	if (await insertDeliveries(db, { event, ids: idsIn(details), at })) await askToDeliver(context, {});
}

/** Ids and nothing else, whatever an event says of itself one day. */
export function idsIn(details: Details): Record<string, string> {
	const isId = (value: unknown) =>
		typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
	return Object.fromEntries(Object.entries(details).filter(([, value]) => isId(value))) as Record<
		string,
		string
	>;
}

/** Asked for with each message, and by the clock for those that wait. */
export const askToDeliver = errand(deliverWebhooks, { cron: '* * * * *' });

async function deliverWebhooks(): Promise<void> {
	const until = Date.now() + minute;
	while (Date.now() < until && (await deliverNext(() => new Date())));
}

/** One message: taken in one transaction, sent with none open, and what came of it written in another. */
export async function deliverNext(clock: () => Date): Promise<boolean> {
	const taken = await inTransaction((db) => take(db, clock()));
	if (!taken) return false;
	const { delivery, webhook, secret } = taken;
	if (!webhook || !secret) return true;
	const heard = await callOut(webhook.url, secret, delivery, clock());
	await inTransaction((db) => writeDown(db, delivery, heard, clock()));
	return true;
}

/** What is no longer to be told is stopped here, at the last moment. */
async function take(db: Db, now: Date) {
	const delivery = await takeDue(db, now, new Date(now.getTime() + 2 * minute));
	if (!delivery) return undefined;
	const webhook = (await findWebhook(db, delivery.webhook))!;
	if (!(await isStaffs(db, webhook, now))) {
		await stopWebhook(db, webhook.id, 'left', now);
		return { delivery };
	}
	const secret = await unseal(webhook.secret, webhook.id);
	if (!secret)
		log.error({ webhook: webhook.id }, 'a webhook cannot be signed: the key of this server is another one');
	return { delivery, webhook, secret };
}

async function isStaffs(db: Db, { person }: WebhookRow, now: Date): Promise<boolean> {
	const held = await standing({ db, now }, person);
	return Boolean(held?.roles.length);
}

async function writeDown(
	db: Db,
	{ id, webhook, tries }: DeliveryRow,
	heard: Heard,
	now: Date
): Promise<void> {
	const outcome = outcomeOf(heard);
	const dueAt = outcome === 'again' ? tryAgainAt(tries, now) : null;
	await writeOutcome(db, id, {
		arrivedAt: outcome === 'arrived' ? now : null,
		dueAt,
		status: 'status' in heard ? heard.status : null,
		trouble: 'trouble' in heard ? heard.trouble : null
	});
	if (outcome !== 'arrived' && dueAt === null) await giveUp(db, webhook, now);
}

async function giveUp(db: Db, id: string, now: Date): Promise<void> {
	if (!(await stopWebhook(db, id, 'failing', now))) return;
	await tellThatItStopped({ db, actor: house, now }, (await findWebhook(db, id))!);
}
