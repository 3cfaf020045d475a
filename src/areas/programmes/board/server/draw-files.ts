import * as v from 'valibot';
import type { Draw, Proof } from '#packages/selection';
import { useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { ByReference } from '../../expression.schema.ts';
import { holder, holding } from '../../server/expression-policy.ts';
import { findOutcome } from '../../release/server/release.sql.ts';
import { BySlug } from '../board.schema.ts';
import { boarderAt } from './boarder.ts';
import { listDraws, type DrawRow } from './draw.sql.ts';
import { isInList, proofFor, textOf } from './drawing.ts';
import { whoChooses } from './policy.ts';

const ByNumber = v.object({
	...BySlug.entries,
	number: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer())
});

/** The frozen list, letter by letter: for the panel, and for whoever audits. */
export const giveDrawList = useCase('programmes.giveDrawList', {
	input: ByNumber,
	async on(context, input) {
		const boarder = await boarderAt(context, input);
		const draw = boarder && (await listDraws(context.db, boarder.call.id)).find(({ number }) => number === input.number);
		return boarder && draw && { boarder, draw };
	},
	may: whoChooses,
	run: (_, __, { draw }) => ({ list: textOf(draw.list), draw: publishedOf(draw) })
}); // prettier-ignore

/**
 * An applicant's own proof, once they were told: where their lot is in the list that was frozen, and nothing of anybody
 * else. It tells whether they were drawn, so that before their letter there is none, whatever phase the panel is in.
 */
export const giveDrawProof = useCase('programmes.giveDrawProof', {
	input: ByReference,
	on: holding,
	may: holder,
	async run(context, _, { expression }): Promise<{ proof: Proof; draw: Draw }> {
		const { db } = context;
		const told = await findOutcome(db, expression.id);
		const draw = await drawnFor(context, expression.call);
		const proof = told && draw ? await proofFor(draw, expression.id) : undefined;
		if (!proof) throw new Problem('not-found');
		return { proof, draw: publishedOf(draw!) };
	}
});

/** Whether lots were drawn, and this applicant had one: then there is a proof for them, once they are told. */
export async function hasLot(context: Context, { id, call }: { id: string; call: string }): Promise<boolean> {
	const draw = await drawnFor(context, call);
	return draw !== undefined && isInList(draw, id);
}

async function drawnFor({ db }: Context, call: string): Promise<DrawRow | undefined> {
	return (await listDraws(db, call)).find((one) => !one.voidedAt && one.drawnAt);
}

/** As the verifier page reads it (packages/selection/draw/check-a-draw.html). */
function publishedOf(draw: DrawRow): Draw {
	return {
		commitment: draw.commitment,
		beacon: draw.beacon ?? '',
		outcomes: draw.outcomes,
		index: draw.index ?? -1,
		committed: draw.committedAt.toISOString(),
		...(draw.drawnAt ? { drawn: draw.drawnAt.toISOString() } : {}),
		proofs: draw.root
	};
}
