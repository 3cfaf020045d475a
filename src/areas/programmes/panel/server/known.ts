import { questionsOf } from '#areas/forms';
import type { Context } from '#server/use-case';
import { findExpressionById } from '../../server/expression.sql.ts';
import { readWhole, type Whole } from '../../server/whole.ts';
import { tieFound, type Known } from '../ties.ts';
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
export async function suggestForSeat(context: Context, seat: SeatRow): Promise<number> {
	const ids = await listReadyFor(context.db, seat.call);
	let found = 0;
	for (const id of ids) found += await suggest(context, seat, id);
	return found;
}

/** One application, for everybody who has said whom they are tied to. */
export async function suggestForExpression(
	context: Context,
	expression: { id: string; call: string }
): Promise<void> {
	for (const seat of await listDeclaredSeats(context.db, expression.call))
		await suggest(context, seat, expression.id);
}

async function suggest(context: Context, seat: SeatRow, id: string): Promise<number> {
	const row = await findExpressionById(context.db, id);
	if (!row) return 0;
	const tie = tieFound(await listTies(context.db, seat.id), knownOf(await readWhole(context, row)));
	if (!tie) return 0;
	const { kind, name } = tie;
	const made = { seat: seat.id, expression: id, kind, source: 'suggested', because: name, by: null } as const;
	const conflict = await insertConflict(context.db, { ...made, at: context.now });
	return conflict ? 1 : 0;
}
