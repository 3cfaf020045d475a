import { Problem, Unusable } from '#shared/problem';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import { findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { signed } from '../../server/signed.ts';
import { DecideTakeOver } from '../together.schema.ts';
import { isForStaff, type HandOver } from '../hand-over.ts';
import { contactOf } from './asks.ts';
import { endHandOver, findHandOver, listTakeOverRows, type TakeOverRow } from './hand-over.sql.ts';
import { leadToWriteTo, writeAbout } from './hand-over-letters.ts';
import { handOver, mustBeOpen } from './handing.ts';

export type TakeOver = {
	id: string;
	/** Null while it is a draft: by its reference it could be found, and a draft is nobody's but theirs. */
	reference: string | null;
	/** Who asks, and who leads. */
	name: string;
	lead: string;
	askedAt: Moment;
	saidNothingUntil: Moment;
	hasAddress: boolean;
};
export type Decided = Pick<TakeOver, 'id' | 'reference' | 'name'> & {
	yes: boolean;
	why: string;
	by: string | null;
	at: Moment;
};
export type TakeOversView = { slug: string; name: string; waiting: TakeOver[]; decided: Decided[] };

/** Asks to take over to which the lead said nothing for days, and what was decided. Of the application nothing else. */
export const listTakeOvers = useCase('programmes.listTakeOvers', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, _, call): Promise<TakeOversView> {
		const rows = await listTakeOverRows(context.db, context.actor, call.id, context.now);
		const waiting = rows.filter(({ endedAt }) => !endedAt);
		const decided = rows.filter(({ decidedBy }) => decidedBy);
		return {
			slug: call.slug,
			name: call.content.name,
			waiting: await Promise.all(waiting.map((row) => takeOver(context, call, row))),
			decided: await decisions(context, call, decided)
		};
	}
});

/** Staff tried to reach the lead and could not, or leave it with them. What they decide is kept with the reason. */
export const decideTakeOver = useCase('programmes.decideTakeOver', {
	input: DecideTakeOver,
	on: forStaff,
	may: staff,
	async run(context, { slug, id, answer, why, tried }, { expression }) {
		if (answer === 'yes' && !tried) throw new Unusable({ tried: 'missing' });
		const open = await mustBeOpen(context, expression, (one) => one.id === id);
		const how = answer === 'yes' ? 'decided-yes' : 'decided-no';
		const ended = { how, why, ...signed(context) } as const;
		if (answer === 'yes') {
			await handOver(context, open, { then: 'edit', contact: await contactOf(context, open), ended });
		} else {
			await endHandOver(context.db, id, ended);
			await writeAbout(context, 'co-lead-refused', open.person, open);
		}
		await context.record(`hand-over.${how}`, { id, expression });
		return { slug };
	}
});

type Asked = { slug: string; id: string };

async function forStaff({ db, actor, now }: Context, { slug, id }: Asked): Promise<HandOver | undefined> {
	const call = await findPublishedCall(db, slug);
	const hand = call && (await findHandOver(db, id));
	if (!hand) return undefined;
	// Answered meanwhile, whoever pressed is told so.
	if (hand.endedAt && hand.asked) throw new Problem('hand-over-over');
	const rows = await listTakeOverRows(db, actor, call.id, now);
	return rows.some((row) => row.id === id) && isForStaff(hand, now) ? hand : undefined;
}

async function takeOver(context: Context, call: StandingCall, row: TakeOverRow): Promise<TakeOver> {
	const { id, reference, name, lead, beganAt, endsAt } = row;
	const moment = (instant: Date) => ({ instant, zone: call.zone });
	const hasAddress = (await leadToWriteTo(context, row.expression)) !== undefined;
	return {
		id,
		reference,
		name,
		lead,
		hasAddress,
		askedAt: moment(beganAt),
		saidNothingUntil: moment(endsAt)
	};
}

async function decisions(context: Context, call: StandingCall, rows: TakeOverRow[]): Promise<Decided[]> {
	const names = await namesOf(context, rows.map(({ decidedBy }) => decidedBy!)); // prettier-ignore
	return rows.map(({ id, reference, name, endedHow, why, decidedBy, endedAt }) => ({
		id,
		reference,
		name,
		yes: endedHow === 'decided-yes',
		why: why!,
		by: names.get(decidedBy!) ?? null,
		at: { instant: endedAt!, zone: call.zone }
	}));
}
