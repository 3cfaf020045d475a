import { useCase, type Context } from '#server/use-case';
import { viewsFor } from '../../panel/server/reading.ts';
import { listForPanel } from '../../panel/server/panel-list.sql.ts';
import type { Sitting } from '../../panel/server/sitting.ts';
import type { Moment } from '../../server/call-views.ts';
import { BySlug } from '../../server/calls.ts';
import type { DecisionKind } from '../release.ts';
import { listCases, type CaseRow } from './decision.sql.ts';
import { chairWhoReleases, releasing } from './policy.ts';
import { isReady } from './releasing.ts';
import { listReleases } from './release.sql.ts';

export type PendingLine = {
	reference: string;
	/** The reference, while names are hidden. */
	name: string;
	decision: DecisionKind | null;
	position: number | null;
	isHeld: boolean;
};
export type ChairRelease = {
	slug: string;
	name: string;
	zone: string;
	/** How many releases there were; and the latest of them. */
	number: number;
	releasedAt: Moment | null;
	counts: { offer: number; reserve: number; not: number };
	/** What the panel may read, with what staff decided about it. */
	lines: PendingLine[];
	/** How many the panel does not read, since they are not what the call asks for; they are told as well. */
	beyond: number;
	/** Who has no decision, or one that is held back. */
	missing: number;
	/** Whom no letter reaches: staff tell them. */
	unreachable: number;
	reasons: string;
};

/** The acting chair, where the call leaves it to them: what is pending, before they send it. */
export const showChairRelease = useCase('programmes.showChairRelease', {
	input: BySlug,
	on: releasing,
	may: chairWhoReleases,
	async run(context, { slug }, { call, sitting }): Promise<ChairRelease> {
		const releases = await listReleases(context.db, call.id);
		const cases = (await listCases(context.db, { kind: 'house' }, call.id)).filter(({ told }) => !told);
		const ready = cases.filter(isReady);
		const of = (kind: DecisionKind) => ready.filter(({ decision }) => decision === kind).length;
		const names = await namesFor(context, sitting!);
		return {
			slug,
			name: call.content.name,
			zone: call.zone,
			number: releases.length,
			releasedAt: releases[0] ? { instant: releases[0].at, zone: call.zone } : null,
			counts: { offer: of('offer'), reserve: of('reserve'), not: of('not') },
			lines: cases.flatMap((one) => lineOf(one, names)),
			beyond: cases.filter(({ id }) => !names.has(id)).length,
			missing: cases.length - ready.length,
			unreachable: ready.filter(({ hasEmail }) => !hasEmail).length,
			reasons: releases[0]?.reasons ?? ''
		};
	}
});

/** What the panel may read, and how each is called on its pages. */
async function namesFor(context: Context, sitting: Sitting): Promise<Map<string, string>> {
	const views = await viewsFor(context, sitting, await listForPanel(context.db, sitting));
	return new Map(
		views.map(({ id, reference, sections }) => {
			const group = sections.flatMap(({ answers }) => answers).find(({ key }) => key === 'group');
			return [id, (sitting.names && group?.text[0]) || reference];
		})
	);
}

function lineOf(
	{ id, reference, decision, position, isHeld }: CaseRow,
	names: ReadonlyMap<string, string>
): PendingLine[] {
	const name = names.get(id);
	return name === undefined ? [] : [{ reference, name, decision, position, isHeld }];
}
