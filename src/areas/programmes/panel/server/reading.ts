import type { Context, Details } from '#server/use-case';
import { wasReadSince } from '../../record/server/record.sql.ts';
import { listPhases } from './phase.sql.ts';
import { expressionFor, type ExpressionView } from '../../server/expression-views.ts';
import type { ExpressionRow } from '../../server/expression.sql.ts';
import { readWholes } from '../../server/whole.ts';
import type { PanelReader } from './blanked.ts';
import { findForPanel } from './panel-list.sql.ts';
import { findRedactionsOf } from './redaction.sql.ts';
import { sittingAt, type Sitting } from './sitting.ts';

export type Readable = Sitting & { expression: ExpressionRow };

/** One application, when it exists for this panellist. One under conflict is answered like one that nobody wrote. */
export async function readable(
	context: Context,
	{ slug, reference }: { slug: string; reference: string }
): Promise<Readable | undefined> {
	const sitting = await sittingAt(context, { slug });
	const expression = sitting && (await findForPanel(context.db, sitting, reference));
	return expression && { ...sitting, expression };
}

/** Applications as the panel reads them: what is for it alone, without names while they are hidden, blanked as staff blanked. */
export async function viewsFor(
	context: Context,
	{ call, names }: Pick<Sitting, 'call' | 'names'>,
	rows: readonly ExpressionRow[]
): Promise<ExpressionView[]> {
	const redactions = await findRedactionsOf(
		context.db,
		rows.map(({ id }) => id)
	);
	const reader: PanelReader = { is: 'panel', names, redactions };
	const wholes = await readWholes(context, rows, call);
	return wholes.map((whole) => expressionFor(reader, whole, context.now, 'many'));
}

/** Who read what is written down once in each phase, for the decision record. */
export async function noteReading(
	{ db, actor, now, record }: Context & { record: (event: string, details: Details) => Promise<void> },
	{ seat, expression }: Readable
): Promise<void> {
	if (actor.kind !== 'person') return;
	const begun = (await listPhases(db, seat.call)).filter(({ beginsAt }) => beginsAt <= now).at(-1);
	const since = begun?.beginsAt ?? seat.invitedAt;
	if (await wasReadSince(db, { expression: expression.id, person: actor.id, since })) return;
	await record('panel.read', { id: expression.id, call: seat.call });
}
