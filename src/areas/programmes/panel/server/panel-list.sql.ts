import type { Db } from '#server/db';
import { expressions, type ExpressionRow } from '../../server/expression.sql.ts';
import { visibleToPanel, type Sitting } from './sitting.ts';

type Of = Pick<Sitting, 'seat' | 'shown'>;

/** All that somebody on the panel may know of, by their references: the order tells nothing of who was first. */
export function listForPanel(db: Db, sitting: Of): Promise<ExpressionRow[]> {
	return db<ExpressionRow[]>`
		${expressions(db)} where ${visibleToPanel(db, sitting)} order by expression.reference`;
}

export async function findForPanel(
	db: Db,
	sitting: Of,
	reference: string
): Promise<ExpressionRow | undefined> {
	const [row] = await db<ExpressionRow[]>`
		${expressions(db)} where expression.reference = ${reference} and ${visibleToPanel(db, sitting)}`;
	return row;
}

/** By its id, for a file of it. */
export async function findForPanelById(db: Db, sitting: Of, id: string): Promise<ExpressionRow | undefined> {
	const [row] = await db<ExpressionRow[]>`
		${expressions(db)} where expression.id = ${id} and ${visibleToPanel(db, sitting)}`;
	return row;
}
