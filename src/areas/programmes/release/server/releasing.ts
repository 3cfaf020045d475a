import { instantOf } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { writeTo } from '../../server/expression-letters.ts';
import { lockCall, type StandingCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { emailOf } from '../../server/sending.ts';
import { findAnswers } from '../../server/answer.sql.ts';
import type { ExpressionRow } from '../../server/expression.sql.ts';
import { signed } from '../../server/signed.ts';
import type { LetterKind } from '../letters.ts';
import { Release, TellOfDelay, WriteReasons } from '../release.schema.ts';
import { about } from './about.ts';
import { deleteDecision, listCases, listDecisions, type CaseRow, type DecisionRow } from './decision.sql.ts';
import { templateOf } from './letters.ts';
import { numbersFor } from './counting.ts';
import { insertOffer } from './offer.sql.ts';
import { decider, deciding, releaser, releasing } from './policy.ts';
import {
	findExpressionsById,
	insertDelay,
	insertOutcome,
	insertRelease,
	lastPosition,
	listReleases,
	saveReasons,
	type ReleaseRow
} from './release.sql.ts';

export type Missing = { reference: string; name: string; why: 'undecided' | 'held' };
export type ReleaseView = {
	slug: string;
	name: string;
	zone: string;
	/** How many releases there were. */
	number: number;
	counts: { offer: number; reserve: number; not: number };
	missing: Missing[];
	/** Whom no letter reaches: they gave no address. */
	unreachable: { reference: string; name: string }[];
	reasons: string;
};

/** Before it is released: how many of what, what is missing, and whom no letter reaches. */
export const showRelease = useCase('programmes.showRelease', {
	input: BySlug,
	on: deciding,
	may: decider,
	async run(context, { slug }, { call }): Promise<ReleaseView> {
		const releases = await listReleases(context.db, call.id);
		const cases = (await listCases(context.db, context.actor, call.id)).filter(({ told }) => !told);
		const ready = cases.filter(isReady);
		const of = (kind: string) => ready.filter(({ decision }) => decision === kind).length;
		return {
			slug,
			name: call.content.name,
			zone: call.zone,
			number: releases.length,
			counts: { offer: of('offer'), reserve: of('reserve'), not: of('not') },
			missing: missingOf(cases),
			unreachable: ready.filter(({ hasEmail }) => !hasEmail).map(named),
			reasons: releases[0]?.reasons ?? ''
		};
	}
});

export const isReady = ({ decision, isHeld }: CaseRow) => decision !== null && !isHeld;
const named = ({ reference, name }: CaseRow) => ({ reference, name: name ?? reference });

function missingOf(cases: readonly CaseRow[]): Missing[] {
	return cases
		.filter((one) => !isReady(one))
		.map((one) => ({ ...named(one), why: one.decision ? ('held' as const) : ('undecided' as const) }));
}

/**
 * Everybody learns at once: what was decided becomes what each was told, with a letter each, in this one transaction.
 * A decision that is missing or held back stops it, unless staff say that those hear later: then they are told so.
 * Of two who release at the same moment one does, and the other is told. Staff and the acting chair release the same way.
 */
export const releaseDecisions = useCase('programmes.releaseDecisions', {
	input: Release,
	on: releasing,
	may: releaser,
	async run(context, input, { call }) {
		const { db, now } = context;
		await lockCall(db, call.id);
		await mayStill(context, input);
		const before = await listReleases(db, call.id);
		if (before.length !== input.number) throw new Problem('released-meanwhile');
		const answerBy = instantOf(input.until, call.zone);
		if (answerBy <= now) throw new Unusable({ until: 'not-later' });
		if (!input.sure) throw new Unusable({ sure: 'missing' });
		const cases = (await listCases(db, { kind: 'house' }, call.id)).filter(({ told }) => !told);
		const missing = missingOf(cases);
		if (missing.length && !input.later) throw new Problem('release-incomplete', { count: missing.length });
		if (!cases.some(isReady)) throw new Problem('release-of-nothing');
		const { by, at } = signed(context);
		const reasons = input.reasons || (before[0]?.reasons ?? null);
		const number = before.length + 1;
		const numbers = missing.length ? null : await numbersFor(context, call);
		const release = { call: call.id, number, answerBy, answerDays: input.days, reasons, numbers, at, by };
		if (!(await insertRelease(db, release))) throw new Problem('released-meanwhile');
		await tellAll(context, call, { release, cases });
		await context.record('release.made', { id: call.id, call: call.id, number });
		return { slug: call.slug };
	}
});

/** A seat may have ended, or a conflict been found, while somebody else was at it. */
async function mayStill(context: Context, where: { slug: string }): Promise<void> {
	const found = await releasing(context, where);
	if (!found || !releaser(context.actor, found)) throw new Problem('not-found');
}

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };
type Releasing = { release: ReleaseRow; cases: readonly CaseRow[] };

async function tellAll(context: Recording, call: StandingCall, { release, cases }: Releasing): Promise<void> {
	const ids = cases.map(({ id }) => id);
	const decisions = new Map((await listDecisions(context.db, ids)).map((one) => [one.expression, one]));
	const after = await lastPosition(context.db, call.id);
	for (const row of await findExpressionsById(context.db, ids)) {
		const decision = decisions.get(row.id);
		if (decision && decision.heldWhy === null) await tellOne(context, row, { release, decision, after });
		else await writeAbout(context, row, 'later');
	}
}

async function tellOne(
	context: Recording,
	row: ExpressionRow,
	{ release, decision, after }: { release: ReleaseRow; decision: DecisionRow; after: number }
): Promise<void> {
	const { db, now } = context;
	const { kind, feedback } = decision;
	const { call, number, answerBy } = release;
	const position = decision.position === null ? null : after + decision.position;
	await insertOutcome(db, { expression: row.id, call, number, kind, position, feedback, at: now });
	await deleteDecision(db, row.id);
	if (kind === 'offer')
		await insertOffer(db, { expression: row.id, call, replaces: null, at: now, until: answerBy });
	await writeAbout(context, row, kind);
	await context.record('decision.released', { ...about(row), kind });
}

/** Whoever gave no address is on the list of those whom staff tell by other ways. */
async function writeAbout(
	context: Context,
	{ id, locale }: ExpressionRow,
	kind: LetterKind,
	more: Record<string, string> = {}
): Promise<void> {
	const email = emailOf({ answers: await findAnswers(context.db, id) });
	if (email) await writeTo(context, templateOf(kind), { expression: id, email, locale }, more);
}

/** Why it was chosen as it was, in words that stand on the programme's page. */
export const writeReasons = useCase('programmes.writeReasons', {
	input: WriteReasons,
	on: deciding,
	may: decider,
	async run(context, { slug, reasons }, { call }) {
		await lockCall(context.db, call.id);
		if (!(await listReleases(context.db, call.id)).length) throw new Problem('not-released');
		await saveReasons(context.db, call.id, reasons || null);
		await context.record('release.reasons-written', { id: call.id, call: call.id });
		return { slug };
	}
});

/** The day that was promised has passed: staff write to everybody who waits, with a new day if they know one. */
export const tellOfDelay = useCase('programmes.tellOfDelay', {
	input: TellOfDelay,
	on: deciding,
	may: decider,
	async run(context, { slug, words, day }, { call }) {
		const { db } = context;
		await lockCall(db, call.id);
		const waiting = (await listCases(db, { kind: 'house' }, call.id)).filter(({ told }) => !told);
		if (!waiting.length) throw new Problem('release-of-nothing');
		const newDay = typeof day === 'string' ? day : null;
		const delay = await insertDelay(db, { call: call.id, words, newDay, ...signed(context) });
		const rows = await findExpressionsById(
			db,
			waiting.map(({ id }) => id)
		);
		for (const row of rows) await writeAbout(context, row, 'late', { delay });
		await context.record('release.delay-told', { id: call.id, call: call.id });
		return { slug };
	}
});
