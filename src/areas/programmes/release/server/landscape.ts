import * as v from 'valibot';
import { dayOf } from '#shared/dates';
import { anyone, nothing, useCase, type Context } from '#server/use-case';
import { kindsOfCampaign, type KindOfCampaign } from '../../campaign.ts';
import { ByReference } from '../../expression.schema.ts';
import { holder, holding } from '../../server/expression-policy.ts';
import { readWhole, type Whole } from '../../server/whole.ts';
import { regionOptions } from '../../starter-options.ts';
import { JoinLandscape } from '../release.schema.ts';
import { about } from './about.ts';
import { deleteLine, findLine, listLines, saveLine, type LineRow } from './landscape.sql.ts';
import { findOutcome } from './release.sql.ts';

/** The line of an applicant as it is, and as it would be. */
export type LineView = {
	is: LineRow | null;
	/** What their application says, to begin with. */
	kind: KindOfCampaign | null;
	region: string | null;
	year: number;
};

export async function lineFor(context: Context, whole: Whole): Promise<LineView> {
	const { expression } = whole;
	return { is: (await findLine(context.db, expression.id)) ?? null, ...wouldSay(whole) };
}

function wouldSay({ answers, call, expression }: Whole): Omit<LineView, 'is'> {
	const said = (key: string) => answers[key]?.value;
	const kind = kindsOfCampaign.find((one) => one === said('kind')) ?? null;
	const regions = regionOptions(call.zone).map(({ value }) => value);
	const region = regions.find((one) => one === said('region')) ?? null;
	const at = expression.submittedAt ?? expression.begunAt;
	return { kind, region, year: Number(dayOf(at, call.zone).slice(0, 4)) };
}

async function decidedAbout(context: Context, input: { reference: string }) {
	const held = await holding(context, input);
	const outcome = held && !held.expression.withdrawnAt && (await findOutcome(context.db, held.expression.id));
	return outcome ? held : undefined;
}

/** The applicant lets one anonymous line stand in the public landscape, or changes what it says. */
export const joinLandscape = useCase('programmes.joinLandscape', {
	input: JoinLandscape,
	on: decidedAbout,
	may: holder,
	async run(context, { community, kind }, { expression }) {
		const { region, year } = wouldSay(await readWhole(context, expression));
		await saveLine(context.db, { expression: expression.id, community, kind, region, year, at: context.now });
		await context.record('landscape.joined', about(expression));
		return { reference: expression.reference! };
	}
});

/** They take it back, at any time: it is gone at once. */
export const leaveLandscape = useCase('programmes.leaveLandscape', {
	input: ByReference,
	on: decidedAbout,
	may: holder,
	async run(context, _, { expression }) {
		await deleteLine(context.db, expression.id);
		await context.record('landscape.left', about(expression));
		return { reference: expression.reference! };
	}
});

export type LandscapeView = { lines: LineRow[] };

/** Anyone may read which communities seek change with which kinds of campaign, line by line and without a name. */
export const showLandscape = useCase('programmes.showLandscape', {
	input: v.object({}),
	on: nothing,
	may: anyone,
	run: async ({ db }): Promise<LandscapeView> => ({ lines: await listLines(db) })
});
