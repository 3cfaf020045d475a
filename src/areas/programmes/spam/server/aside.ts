import type { Context } from '#server/use-case';
import { findStanding, listAlsoSent } from '../../duplicates/server/pair.sql.ts';
import type { Whole } from '../../server/whole.ts';
import type { Sign } from '../spam.ts';
import { findSpam } from './spam.sql.ts';
import { signsIn } from './signs.ts';

/** What staff are told beside one expression: signs to weigh, and what a colleague decided. */
export type AsideView = {
	spam: boolean;
	signs: Sign[];
	/** The reference of the one that is read for this one. */
	stands: string | null;
	/** What is read together with this one. */
	alsoSent: string[];
};

export async function asideFor(context: Context, whole: Whole): Promise<AsideView> {
	const { db, actor } = context;
	const { id } = whole.expression;
	return {
		spam: (await findSpam(db, id)) !== undefined,
		signs: await signsIn(context, whole),
		stands: (await findStanding(db, actor, id)) ?? null,
		alsoSent: (await listAlsoSent(db, actor, id)).map(({ reference }) => reference)
	};
}
