import * as m from '#words';
import { cameBack, type Refusal } from '#words/came-back';
import { sentenceOfInstant } from '#words/dates';
import type { OpenHandOver } from './server/hand-over-page.ts';

/** The forms of the page on who leads, when one came back. */
export function handOverForm(form: Partial<Refusal> | null) {
	return cameBack(form, {
		person: m.together_hand_whom(),
		then: m.together_then(),
		name: m.together_accept_name(),
		email: m.together_accept_email(),
		telephone: m.together_accept_telephone()
	});
}

/** What waits, said to each of them: first what it is, then until when and what comes of it. */
export function handOverSentences(
	open: OpenHandOver,
	{ leads, lead }: { leads: boolean; lead: string }
): string[] {
	const { name } = open;
	const ends = sentenceOfInstant(open.ends.instant, open.ends.zone);
	if (!open.asked) {
		const what = open.isYou ? m.together_open_offered_you({ lead }) : m.together_open_offered({ name });
		return [what, m.together_open_until({ ends })];
	}
	const what = open.isYou ? m.together_open_asked_you() : m.together_open_asked({ name });
	if (open.isForStaff) return [what, leads ? m.together_open_staff_lead() : m.together_open_staff({ lead })];
	return [what, leads ? m.together_open_days_lead({ ends }) : m.together_open_days({ lead, ends })];
}
