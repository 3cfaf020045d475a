import { questionsOf } from '#areas/forms';
import type { Context } from '#server/use-case';
import type { StandingCall } from '../../server/call.sql.ts';
import type { ExpressionRow } from '../../server/expression.sql.ts';
import { readWhole, readWholes, type Whole } from '../../server/whole.ts';
import { tieFound, type Known, type Tie } from '../ties.ts';
import { insertConflict } from './conflict.sql.ts';
import { listDeclaredSeats, listReadyFor } from './finding.sql.ts';
import { listTies, type SeatRow } from './seat.sql.ts';

/** Everything in an application by which somebody may be tied to it. Nothing of it is shown to them. */
function knownOf({ form, answers }: Whole): Known {
	const known = { names: [] as string[], addresses: [] as string[], texts: [] as string[] };
	for (const question of questionsOf(form)) {
		const value = answers[question.key]?.value;
		if (typeof value !== 'string' || question.seenBy === 'access') continue;
		if (question.kind === 'email') known.addresses.push(value);
		else if (question.kind === 'link') known.addresses.push(hostOf(value));
		else if (question.kind === 'short-text') known.names.push(value);
		else if (question.kind === 'long-text') known.texts.push(value);
	}
	return known;
}

function hostOf(link: string): string {
	return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : link;
}

/** What somebody said that they are tied to is looked for in every application that was sent. */
export async function suggestForSeat(context: Context, call: StandingCall, seat: SeatRow): Promise<void> {
	const ties = await listTies(context.db, seat.id);
	if (!ties.length) return;
	for (const whole of await readWholes(context, await listReadyFor(context.db, call.id), call))
		await suggest(context, seat, { ties, whole });
}

/** One application, for everybody who has said whom they are tied to. */
export async function suggestForExpression(context: Context, expression: ExpressionRow): Promise<void> {
	const whole = await readWhole(context, expression);
	for (const seat of await listDeclaredSeats(context.db, expression.call))
		await suggest(context, seat, { ties: await listTies(context.db, seat.id), whole });
}

async function suggest(
	context: Context,
	seat: SeatRow,
	{ ties, whole }: { ties: readonly Tie[]; whole: Whole }
): Promise<void> {
	const tie = tieFound(ties, knownOf(whole));
	if (!tie) return;
	const { kind, name } = tie;
	const made = {
		seat: seat.id,
		expression: whole.expression.id,
		kind,
		source: 'suggested',
		because: name
	} as const;
	await insertConflict(context.db, { ...made, by: null, at: context.now });
}
