import { instantOf } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { endsAt, ownEnd, phaseAt } from '../call.ts';
import { ExtendDeadline, InCall } from '../expression-desk.schema.ts';
import type { Moment } from './call-views.ts';
import { findPublishedCall, holdCall, type StandingCall } from './call.sql.ts';
import { emailOf } from './sending.ts';
import { findAnswers } from './answer.sql.ts';
import { findExpression, findOpenExpression, insertExtension, type ExpressionRow } from './expression.sql.ts';
import { listExtensions } from './holdings.sql.ts';
import { signed } from './signed.ts';

/** Staff give one person more time, and say why. They need not see a draft to do so: its reference is enough. */
export const extendDeadline = useCase('programmes.extendDeadline', {
	input: ExtendDeadline,
	async on({ db, actor }, { reference, slug }) {
		if (actor.kind !== 'person') return undefined;
		const expression = await findOpenExpression(db, actor.id, reference);
		const call = slug === undefined ? undefined : await findPublishedCall(db, slug);
		return slug === undefined || call?.id === expression?.call ? expression : undefined;
	},
	may: staff,
	async run(context, { until: local, why }, expression) {
		const call = (await holdCall(context.db, expression.call))!;
		const until = instantOf(local, call.zone);
		if (['draft', 'archived'].includes(phaseAt(call, context.now))) throw new Problem('call-takes-none');
		if (until <= context.now || until <= ownEnd(call, expression)) throw new Unusable({ until: 'not-later' });
		await insertExtension(context.db, { expression: expression.id, until, why, ...signed(context) });
		await context.record('expression.extended', { id: expression.id, call: call.id });
		return { reference: expression.reference!, slug: call.slug };
	}
});

export type GivenView = { until: Moment; why: string; givenAt: Moment; by: string | null };
export type MoreTimeView = {
	slug: string;
	name: string;
	reference: string;
	zone: string;
	/** When the call ends for everybody. */
	ends: Moment | null;
	/** Of an application that staff may see. A draft is answered like a reference that nobody has. */
	own: { ends: Moment; given: GivenView[]; hasEmail: boolean } | null;
};

/** What staff need to know before they give one person more time. */
export const showMoreTime = useCase('programmes.showMoreTime', {
	input: InCall,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { reference }, call): Promise<MoreTimeView> {
		const expression = await findExpression(context.db, context.actor, reference);
		const sent = expression?.call === call.id && expression.submittedAt ? expression : undefined;
		return {
			slug: call.slug,
			name: call.content.name,
			reference,
			zone: call.zone,
			ends: call.closesAt && { instant: endsAt(call), zone: call.zone },
			own: sent ? await ownTime(context, call, sent) : null
		};
	}
});

async function ownTime(context: Context, call: StandingCall, expression: ExpressionRow) {
	const moment = (instant: Date) => ({ instant, zone: call.zone });
	const rows = await listExtensions(context.db, expression.id);
	const names = await namesOf(
		context,
		rows.map(({ givenBy }) => givenBy)
	);
	const given = rows.map(({ until, why, givenAt, givenBy }): GivenView => {
		return { until: moment(until), why, givenAt: moment(givenAt), by: names.get(givenBy) ?? null };
	});
	const answers = await findAnswers(context.db, expression.id);
	return { ends: moment(ownEnd(call, expression)), given, hasEmail: emailOf({ answers }) !== null };
}
