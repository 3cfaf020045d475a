import * as v from 'valibot';
import { anyone, useCase, type Context, type Details } from '#server/use-case';
import type { Actor, Assurance } from '#shared/actor';
import { Problem } from '#shared/problem';
import { newToken, verifierOf } from '#shared/tokens';
import type { Device } from './device.ts';
import { findChosenLanguage, standingOf, type Standing } from './people.sql.ts';
import { themselves } from './policy.ts';
import { before, idleEnds, seenEvery, sessionEnds } from './session.ts';
import {
	deleteByVerifier,
	deleteSession,
	deleteSessionsOf,
	findSession,
	insertSession,
	markSeen,
	raise,
	type Recognised
} from './sessions.sql.ts';

export type Acting = Context & { record: (event: string, details: Details) => Promise<void> };
/** What the browser keeps. `owesFactor`: nothing but the second factor is open to it yet. `language`: the one that its owner chose. */
export type Opened = { token: string; endsAt: Date; owesFactor: boolean; language?: string | undefined };
export type Known = { actor: Extract<Actor, { kind: 'person' }>; session: string; owesFactor: boolean };

/** Whose the cookie is. An unknown, ended or idle one is nobody's. */
export const recognise = useCase('identity.recognise', {
	input: v.object({ token: v.pipe(v.string(), v.maxLength(100, 'too-long')) }),
	on: async ({ db, now }, { token }) => ({
		session: await findSession(db, verifierOf(token), now, before(now, idleEnds))
	}),
	may: anyone,
	async run({ db, now }, _, { session }): Promise<Known | undefined> {
		if (!session) return undefined;
		if (session.seenAt <= before(now, seenEvery)) await markSeen(db, session.id, now);
		return known(session);
	}
});

function known({ id, person, assurance, roles, factors }: Recognised): Known {
	return {
		actor: { kind: 'person', id: person, assurance, roles },
		session: id,
		owesFactor: assurance === 1 && roles.length + factors > 0
	};
}

/** The cookie's session ends; a cookie that is nobody's ends nothing. */
export const signOut = useCase('identity.signOut', {
	input: v.object({ token: v.pipe(v.string(), v.maxLength(100, 'too-long')) }),
	on: () => ({}),
	may: anyone,
	async run({ db, record }, { token }) {
		const id = await deleteByVerifier(db, verifierOf(token));
		if (id) await record('session.ended', { id });
	}
});

const Session = v.pipe(v.string(), v.uuid('not-found'));

/** One of one's own sessions, in another browser or lost with a phone. */
export const endSession = useCase('identity.endSession', {
	input: v.object({ session: Session }),
	on: ofActor,
	may: themselves,
	async run({ db, record }, { session }, { person }) {
		if (!(await deleteSession(db, person, session))) throw new Problem('not-found');
		await record('session.ended', { id: session });
	}
});

/** All of one's own sessions but this one. */
export const endOtherSessions = useCase('identity.endOtherSessions', {
	input: v.object({ session: Session }),
	on: ofActor,
	may: themselves,
	async run({ db, record }, { session }, { person }) {
		const count = await deleteSessionsOf(db, person, session);
		await record('session.others-ended', { id: session, count });
	}
});

/** What the account of whoever asks stands at: the subject of what people do with their own. */
export function ofActor({ db, actor, now }: Context): Promise<Standing | undefined> | undefined {
	return actor.kind === 'person' ? standingOf(db, actor.id, now) : undefined;
}

type Beginning = {
	person: string;
	assurance: Assurance;
	device: Device;
	/** The token that this browser held until now: it ends. */
	previous?: string | undefined;
};

/** A new session; whatever this browser held before ends with it. */
export async function beginSession(acting: Acting, beginning: Beginning): Promise<Opened> {
	const { db, now, record } = acting;
	const { person, assurance, device, previous } = beginning;
	if (previous) await deleteByVerifier(db, verifierOf(previous));
	const guarded = (await standingOf(db, person, now))!.guarded;
	const token = newToken();
	const endsAt = sessionEnds(now, assurance, guarded);
	const id = await insertSession(db, {
		person,
		verifier: verifierOf(token),
		assurance,
		device,
		at: now,
		endsAt
	});
	await record('session.began', { id, person, assurance });
	const language = await findChosenLanguage(db, person);
	return { token, endsAt, owesFactor: guarded && assurance === 1, language };
}

/** The second factor was given: the session is raised, under another token. */
export async function raiseSession(acting: Acting, person: string, session: string): Promise<Opened> {
	const { db, now, record } = acting;
	const token = newToken();
	const endsAt = sessionEnds(now, 2, true);
	if (!(await raise(db, { id: session, person, verifier: verifierOf(token), at: now, endsAt })))
		throw new Problem('not-found');
	await record('session.raised', { id: session, person });
	return { token, endsAt, owesFactor: false };
}
