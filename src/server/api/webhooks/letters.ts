import { findPersonOf } from '#server/identity';
import { queueMail, template } from '#server/mail';
import type { Context } from '#server/use-case';
// words: for staff
import * as m from '#words';
import { findWebhook, type WebhookRow } from './webhook.sql.ts';

template('webhook-stopped', {
	called: m.api_letter_called,
	forAdministrators: true,
	on: ({ db }, { webhook }) => findWebhook(db, String(webhook)),
	subject: () => m.api_letter_subject(),
	body: ({ url }) => [m.api_letter_body({ url }), { link: '/desk/connections', words: m.api_letter_words() }]
});

/** Whoever relies on it has to know that it tells them nothing more. */
export async function tellThatItStopped(context: Context, { id, person }: WebhookRow): Promise<void> {
	const owner = await findPersonOf(context, person);
	if (!owner) return;
	const { email: to, locale } = owner;
	await queueMail(context, { to, template: 'webhook-stopped', details: { webhook: id }, locale });
}
