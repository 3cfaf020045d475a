import { every, type Context } from '#server/use-case';
import { deleteOldAnswers } from './answered.sql.ts';
import { deleteOverTokens } from './tokens/token.sql.ts';
import './webhooks/deliver.ts';
import { deleteOldDeliveries } from './webhooks/webhook.sql.ts';

const day = 86_400_000;

/** What is over is not kept: keys after a day, what was told after a month, tokens a year after their end. */
every('41 * * * *', tidyApi);

export async function tidyApi({ db, now }: Context): Promise<void> {
	await deleteOldAnswers(db, new Date(now.getTime() - day));
	await deleteOldDeliveries(db, new Date(now.getTime() - 30 * day));
	await deleteOverTokens(db, new Date(now.getTime() - 365 * day));
}
