import { anyone, useCase } from '#server/use-case';
import { BySlug } from '../../server/calls.ts';
import { findPublicCall } from '../../server/call.sql.ts';
import type { Moment } from '../../server/call-views.ts';
import { listDraws } from './draw.sql.ts';

export type PublicDraw = {
	number: number;
	outcomes: number;
	commitment: string;
	root: string;
	frozenAt: Moment;
	beaconIs: string;
	beaconAt: Moment;
	drawn: { beacon: string; index: number; at: Moment } | null;
	voidedAt: Moment | null;
};
export type DrawsView = { slug: string; name: string; draws: PublicDraw[] };

/**
 * Anybody may see that a list was frozen, its digest, and what will decide, before that is known: only then does the digest bind
 * whoever draws (selection.md, 3.4). Of the list itself, who drew, and why one was given up, nothing is told here.
 */
export const showDraws = useCase('programmes.showDraws', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublicCall(db, slug),
	may: anyone,
	async run({ db }, _, { id, slug, zone, content }): Promise<DrawsView> {
		const moment = (instant: Date) => ({ instant, zone });
		const draws = (await listDraws(db, id)).map((row) => ({
			number: row.number,
			outcomes: row.outcomes,
			commitment: row.commitment,
			root: row.root,
			frozenAt: moment(row.committedAt),
			beaconIs: row.beaconIs,
			beaconAt: moment(row.beaconAt),
			drawn: row.drawnAt && { beacon: row.beacon!, index: row.index!, at: moment(row.drawnAt) },
			voidedAt: row.voidedAt && moment(row.voidedAt)
		}));
		return { slug, name: content.name, draws };
	}
});
