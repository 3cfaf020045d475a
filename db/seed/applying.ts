import {
	askEquality,
	beginExpression,
	castEquality,
	saveAnswers,
	sendExpression,
	typeUpExpression,
	withdrawExpression
} from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import { inLanguage } from '#words/language';
import type { Campaign } from './campaigns/campaign.ts';
import { renameExpression } from './ids.sql.ts';
import type { Story } from './story.ts';

type When = { days: number; clock?: string };
export type Applicant = { actor: Actor; reference: string };

/** A group begins, and writes as far as it got. */
export async function begins(story: Story, slug: string, campaign: Campaign, when: When): Promise<Applicant> {
	const at = story.at(when.days, when.clock);
	return inLanguage(campaign.locale, async () => {
		const met: ('yes' | 'no')[] = ['yes', 'yes', 'yes'];
		const begun = await beginExpression.within(story.visitor(at), { slug, met });
		const id = await renameExpression(story.db, begun.reference, campaign.reference);
		const applicant = {
			actor: { kind: 'applicant', expression: id } as const,
			reference: campaign.reference
		};
		await writes(story, applicant, campaign, at);
		return applicant;
	});
}

/** Somebody rang or sent a letter: a member of staff types it up, as themselves. */
export async function isTypedUp(
	story: Story,
	slug: string,
	campaign: Campaign,
	by: { actor: Actor; from: 'paper' | 'telephone'; days: number }
): Promise<Applicant> {
	const at = story.at(by.days, '14:30');
	const [year, month, day] = story.date(by.days).split('-') as [string, string, string];
	const { reference } = await typeUpExpression.within(story.as(by.actor, at), {
		slug,
		met: ['yes', 'yes', 'yes'],
		from: by.from,
		received: { day, month, year, time: '14:00' }
	});
	await renameExpression(story.db, reference, campaign.reference);
	const applicant = { actor: by.actor, reference: campaign.reference };
	await writes(story, applicant, campaign, at);
	return applicant;
}

async function writes(story: Story, { actor, reference }: Applicant, { answers }: Campaign, at: Date) {
	for (const [page, fields] of Object.entries(answers))
		await saveAnswers.within(story.as(actor, at), { reference, page, fields });
	await story.settle(at);
}

/** Answers or passes the optional questions, then sends. The receipt follows. */
export async function sends(
	story: Story,
	applicant: Applicant,
	campaign: Campaign,
	when: When
): Promise<void> {
	const at = story.at(when.days, when.clock ?? '16:40');
	const { actor, reference } = applicant;
	await inLanguage(campaign.locale, async () => {
		if (actor.kind === 'applicant') await countsIn(story, applicant, campaign, at);
		await sendExpression.within(story.as(actor, at), { reference, copy: 'yes' });
		await story.settle(at);
	});
}

async function countsIn(story: Story, { actor, reference }: Applicant, { equality }: Campaign, at: Date) {
	const { ballot } = await askEquality.within(story.as(actor, at), { reference });
	if (!ballot || !equality) return;
	const fields = Object.fromEntries(Object.entries(equality).map(([key, one]) => [`equality-${key}`, one]));
	await castEquality.within(story.visitor(at), { ballot, fields });
}

export async function withdraws(story: Story, { actor, reference }: Applicant, when: When): Promise<void> {
	const at = story.at(when.days, when.clock);
	await withdrawExpression.within(story.as(actor, at), { reference, sure: 'yes' });
	await story.settle(at);
}
