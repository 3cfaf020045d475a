import type { Assurance } from '#shared/actor';
import { cookies } from '#shared/cookies';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A link signs somebody in for so long after it was made, and once. */
export const linkLasts = 20 * minute;
/** A session that nobody used for so long is over: a working day, and no more than one night. */
export const idleEnds = 12 * hour;
/** Used or not, a session ends: after two weeks somebody shows again that it is them. */
const sessionLasts = cookies.session.days * day;
/** Whoever owes a second factor has a link's proof only, which grows old at once. */
const unfinishedLasts = 30 * minute;
/** The instant of last use is written down at most so often, so that reading a page rarely writes. */
export const seenEvery = 5 * minute;

/** That somebody asked for a link is kept so long, to count how often it was asked. */
export const requestsKept = 2 * day;

/** Who has had no role and has not signed in for so long is forgotten, with keys and codes. */
export const leftKept = 730 * day;

/** How long things of an account last, for whoever has to say so. Milliseconds. */
export const lifetimes = {
	link: linkLasts,
	idle: idleEnds,
	session: sessionLasts,
	request: requestsKept,
	left: leftKept
};

/** When a session ends whatever happens. `guarded`: the account asks for a second factor. */
export function sessionEnds(now: Date, assurance: Assurance, guarded: boolean): Date {
	return after(now, assurance === 1 && guarded ? unfinishedLasts : sessionLasts);
}

export function after(now: Date, milliseconds: number): Date {
	return new Date(now.getTime() + milliseconds);
}

export function before(now: Date, milliseconds: number): Date {
	return after(now, -milliseconds);
}

/** An invitation's link, from when it was made: people are away for a week. */
export const invitationLasts = 14 * day;
/** Asked by one administrator and decided by no other, a reset is forgotten. */
export const resetLasts = 7 * day;
