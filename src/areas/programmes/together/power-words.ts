import * as m from '#words';
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
