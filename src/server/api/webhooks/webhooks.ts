import { randomBytes, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { namesOf } from '#server/identity';
import { seal } from '#server/secrets';
import { nothing, useCase } from '#server/use-case';
import { Problem, Unusable } from '#shared/problem';
import { ownerOrAdministrator, personOf, seesAll, staffThemselves } from '../policy.ts';
import { isWebAddress } from './reachable.ts';
import { NewWebhook, type Told } from './webhook.schema.ts';
import {
	countRunning,
	findWebhook,
	insertWebhook,
	latestOf,
	listWebhooks,
	stopWebhook,
	type DeliveryRow,
	type Stopped,
	type WebhookRow
} from './webhook.sql.ts';

const mostWebhooks = 20;
const month = 30 * 86_400_000;

/** Staff let an address be told what happens. The secret that signs is shown this once. */
export const addWebhook = useCase('api.addWebhook', {
	input: NewWebhook,
	on: nothing,
	may: staffThemselves,
	async run(context, { url, events }) {
		const { db, now, record } = context;
		if (!isWebAddress(url)) throw new Unusable({ url: 'not-a-link' });
		if ((await countRunning(db)) >= mostWebhooks)
			throw new Problem('api-too-many-webhooks', { limit: mostWebhooks });
		const [id, secret] = [randomUUID(), randomBytes(24)];
		await insertWebhook(db, {
			id,
			person: personOf(context),
			url,
			events,
			secret: await seal(secret, id),
			at: now
		});
		await record('webhook.added', { id, events: events.join(' ') });
		return { id, url, secret: `whsec_${secret.toString('base64')}` };
	}
});

export type WebhookView = {
	id: string;
	url: string;
	/** Whose it is. Null: one's own. */
	who: string | null;
	events: Told[];
	stopped: Stopped | null;
	last: Pick<DeliveryRow, 'id' | 'event' | 'at' | 'dueAt' | 'arrivedAt' | 'status' | 'trouble'>[];
};

/** Staff see the addresses that they added, and how the last messages fared; administrators see everybody's. */
export const showWebhooks = useCase('api.showWebhooks', {
	input: v.object({}),
	on: nothing,
	may: staffThemselves,
	async run(context) {
		const person = personOf(context);
		const since = new Date(context.now.getTime() - month);
		const rows = await listWebhooks(context.db, { person: seesAll(context.actor) ? null : person, since });
		const names = await namesOf(context, rows.map((row) => row.person)); // prettier-ignore
		const last = await latestOf(context.db, rows.map(({ id }) => id), 5); // prettier-ignore
		return {
			webhooks: rows.map((row) =>
				webhookFor(row, last, row.person === person ? null : (names.get(row.person) ?? ''))
			)
		};
	}
});

function webhookFor(
	{ id, url, events, stoppedWhy }: WebhookRow,
	last: DeliveryRow[],
	who: string | null
): WebhookView {
	const own = last.filter(({ webhook }) => webhook === id);
	return {
		id,
		url,
		who,
		events,
		stopped: stoppedWhy,
		last: own.map(({ id, event, at, dueAt, arrivedAt, status, trouble }) => ({
			id,
			event,
			at,
			dueAt,
			arrivedAt,
			status,
			trouble
		}))
	};
}

/** Whoever added an address, or an administrator, tells it nothing more. */
export const endWebhook = useCase('api.endWebhook', {
	input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
	on: ({ db }, { id }) => findWebhook(db, id),
	may: ownerOrAdministrator,
	async run({ db, now, record }, { id }) {
		if (await stopWebhook(db, id, 'asked', now)) await record('webhook.stopped', { id, why: 'asked' });
	}
});
