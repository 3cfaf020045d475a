import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import type { PersonView } from './server/people.ts';
import type { Power } from './together.ts';

/** What somebody may do, said to them. */
export function powerWords(power: Power): string {
	return {
		view: m.together_you_may_view,
		comment: m.together_you_may_comment,
		edit: m.together_you_may_edit,
		lead: m.together_you_lead
	}[power]();
}

/** The same in a list. */
export function powerName(power: Power): string {
	return {
		view: m.together_power_view,
		comment: m.together_power_comment,
		edit: m.together_power_edit,
		lead: m.together_power_lead
	}[power]();
}

/** What that means, where the lead chooses. */
export function powerHelp(power: Exclude<Power, 'lead'>): string {
	return {
		view: m.together_power_view_help,
		comment: m.together_power_comment_help,
		edit: m.together_power_edit_help
	}[power]();
}

/** Why somebody cannot be taken off for a while: staff decided that they lead no more. */
export function shelterWords(
	{ staysUntil, isYou }: Pick<PersonView, 'staysUntil' | 'isYou'>,
	zone: string
): string {
	if (!staysUntil) return '';
	const until = sentenceOfInstant(staysUntil, zone);
	return isYou ? m.together_stays_you({ until }) : m.together_stays({ until });
}
