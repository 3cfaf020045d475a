import type { Role } from '#shared/actor';
import { dayOf, homeZone } from '#shared/dates';
import { sentenceOfDay, sentenceOfInstant } from './dates.ts';
import * as m from '#words';

/** "Firefox on Linux", or what we know of it. */
export function deviceName({ browser, system }: { browser: string; system: string }): string {
	if (browser && system) return m.accounts_device({ browser, system });
	return browser || system || m.accounts_device_unknown();
}

/** "Administrator, until Wednesday 31 March 2027". */
export function roleName({ role, until }: { role: Role; until: Date | null }): string {
	const name = role === 'administrator' ? m.accounts_role_administrator() : m.accounts_role_lead();
	return until ? m.accounts_role_until({ role: name, until: lastDay(until) }) : name;
}

/** A role ends when its last day is over. */
export function lastDay(until: Date): string {
	return sentenceOfDay(dayOf(new Date(until.getTime() - 1), homeZone));
}

export function moment(instant: Date): string {
	return sentenceOfInstant(instant, homeZone);
}
