/** What somebody may do for the host, as long as the grant lasts. */
export type Role = 'administrator' | 'lead';

/** How sure we are that it is them: 1 a link sent by mail, 2 a second factor as well. */
export type Assurance = 1 | 2;

/** Who is asking. Every use case receives exactly one. */
export type Actor =
	| { kind: 'visitor' }
	/** Holds the return link of one expression of interest. `co`: which of those who write it together. */
	| { kind: 'applicant'; expression: string; co?: string }
	/** Came into an open room by its code, without an account. */
	| { kind: 'participant'; id: string; room: string }
	/** Signed in, or a program that acts for them (`through`: its token). `roles` are those in force at the time of asking. */
	| { kind: 'person'; id: string; assurance: Assurance; roles: readonly Role[]; through?: string }
	/** A job of ours, following an event or the clock. */
	| { kind: 'house' };

export const visitor: Actor = { kind: 'visitor' };
export const house: Actor = { kind: 'house' };
