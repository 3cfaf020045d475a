import type { Actor } from '#shared/actor';
import { Problem } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { visibleTo } from '../../server/expression.sql.ts';
import { signed } from '../../server/signed.ts';
import { visibleToPanel } from '../../panel/server/sitting.ts';
import { RaiseFlag, ResolveFlag, StopReading } from '../reviews.schema.ts';
import { inHand, itsReader, leadsTheReading, overseen, type Overseer } from './at-hand.ts';
import { insertFlag, listFlags, resolveFlagRow, stopByFlag, type FlagRow } from './flag.sql.ts';

/** Something that somebody has to look at: not a score, and no reason for one. */
export const raiseFlag = useCase('programmes.raiseFlag', {
	input: RaiseFlag,
	on: inHand,
	may: itsReader,
	async run(context, { slug, reference, words }, { expression, call }) {
		const id = await insertFlag(context.db, { expression: expression.id, words, ...signed(context) });
		await context.record('flag.raised', { id, call: call.id, expression: expression.id });
		return { slug, reference };
	}
});

/** Nobody hands in a review of it until it is resolved; what they write is kept. */
export const stopReading = useCase('programmes.stopReading', {
	input: StopReading,
	on: flagged,
	may: looksAfterFlags,
	async run(context, { slug, words }, { flag, call }) {
		if (!(await stopByFlag(context.db, flag.id, { words, ...signed(context) })))
			throw new Problem('flag-settled');
		await context.record('flag.stopped', { id: flag.id, call: call.id, expression: flag.expression });
		return { slug };
	}
});

/** With words, that whoever raised it reads. */
export const resolveFlag = useCase('programmes.resolveFlag', {
	input: ResolveFlag,
	on: flagged,
	may: looksAfterFlags,
	async run(context, { slug, words }, { flag, call }) {
		if (!(await resolveFlagRow(context.db, flag.id, { words, ...signed(context) })))
			throw new Problem('flag-settled');
		await context.record('flag.resolved', { id: flag.id, call: call.id, expression: flag.expression });
		return { slug };
	}
});

/** Staff and the acting chair, of what they may see. */
export function looksAfterFlags(actor: Actor, overseer: Overseer): boolean {
	return staff(actor) || leadsTheReading(actor, overseer);
}

async function flagged(
	context: Context,
	{ slug, flag: id }: { slug: string; flag: string }
): Promise<(Overseer & { flag: FlagRow }) | undefined> {
	const overseer = await overseen(context, { slug });
	if (!overseer) return undefined;
	const flag = (await flagsIn(context, overseer)).find((one) => one.id === id);
	return flag && { ...overseer, flag };
}

export function flagsIn({ db, actor }: Context, { call, sitting }: Overseer): Promise<FlagRow[]> {
	const visible = staff(actor) || !sitting ? visibleTo(db, actor) : visibleToPanel(db, sitting);
	return listFlags(db, call.id, visible);
}
