// words: for staff (and for members of a campaign, in the languages of their rooms)
import { findPersonOf } from '#server/identity';
import { queueMail, template } from '#server/mail';
import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { partWords } from '../campaign-words.ts';
import { findCampaignById } from './campaign.sql.ts';
import { findMemberById } from './member.sql.ts';

async function invitation(context: Context, { member: id }: Details) {
	const member = await findMemberById(context.db, String(id));
	const campaign = member && (await findCampaignById(context.db, member.campaign));
	const person = member && (await findPersonOf(context, member.person));
	return campaign && person && !member.acceptedAt ? { member, campaign, person } : undefined;
}

/** Its subject names no campaign: it shows on locked screens. Staff see that it was sent, and not what it says. */
template('campaign-invitation', {
	called: m.campaigns_mail_called,
	betweenThem: true,
	on: invitation,
	subject: () => m.campaigns_mail_subject(),
	body: ({ member, campaign, person }) => [
		m.campaigns_mail_hello({ name: person.name }),
		m.campaigns_mail_what({ campaign: campaign.name, part: partWords[member.part]() }),
		{ link: `/workspace/${campaign.slug}`, words: m.campaigns_mail_open() },
		m.campaigns_mail_account({ email: person.email }),
		m.campaigns_mail_no()
	]
});

export async function writeToMember(context: Context, member: string): Promise<void> {
	const row = await findMemberById(context.db, member);
	const person = row && (await findPersonOf(context, row.person));
	if (!person) return;
	const { email: to, locale } = person;
	await queueMail(context, { to, template: 'campaign-invitation', details: { member }, locale });
}
