import { getLocale } from '#words/addresses';
import { endsAt, graceEndsAt, mayBegin, phaseAt, turningPoints, type Phase } from '../call.ts';
import { gapsIn, type Gap } from '../call-gaps.ts';
import { keepingOf, type Keeping } from '../call-keep.ts';
import type { CallContent } from '../call.schema.ts';
import type { Choice } from '../terms/choices.ts';
import type { Numbers } from '../release/numbers.ts';
import { saidIn } from '../tongues/texts.ts';
import type { Draft } from './call-desk.sql.ts';
import type { Change, StandingCall } from './call.sql.ts';

/** An instant, with the zone in which it is said. */
export type Moment = { instant: Date; zone: string };

/** A call as its readers see it. Every surface (page, calendar, feeds, JSON, PDF) is made from this and nothing else. */
export type CallView = {
	id: string;
	slug: string;
	phase: Phase;
	name: string;
	/** In the reader's language where it is said in it. */
	says: CallContent;
	/** The places of texts that are not, and so are shown in the main language; whether that is all of them. */
	elsewhere: string[];
	nothing: boolean;
	keeping: Keeping;
	/** The questions of its form that its terms name. */
	choices: Choice[];
	zone: string;
	opens: Moment | null;
	/** The deadline as announced. */
	closes: Moment | null;
	/** When new applications stop or stopped: the deadline, or the early closure. */
	ends: Moment | null;
	/** Until when what was begun in time may be sent. */
	graceEnds: Moment | null;
	decisionsBy: string | null;
	runs: { from: string | null; to: string | null };
	mayApply: boolean;
	/** The instant for which this view is true. */
	asOf: Date;
	publishedAt: Date | null;
	changes: Change[];
	/** How it was decided, once everybody who applied has heard. */
	published: { numbers: Numbers; reasons: string } | null;
	sequence: number;
	/** The latest change that anybody made or the clock brought. */
	changedAt: Date;
	/** The next instant at which the clock alone changes this view. */
	nextTurn: Date | null;
};

/** The same for everybody; only what staff still have to say is for staff. */
export function callFor(
	reader: 'public' | 'staff',
	call: StandingCall,
	changes: Change[],
	now: Date
): CallView & { gaps: Gap[] } {
	const moment = (instant: Date | null) => instant && { instant, zone: call.zone };
	const end = call.closesAt && endsAt(call);
	const said = saidIn(getLocale(), call.content);
	return {
		id: call.id,
		slug: call.slug,
		phase: phaseAt(call, now),
		name: said.says.name,
		...said,
		keeping: keepingOf(call.content),
		choices: [],
		zone: call.zone,
		opens: moment(call.opensAt),
		closes: moment(call.closesAt),
		ends: moment(end),
		graceEnds: moment(end && graceEndsAt(end)),
		decisionsBy: call.decisionsBy,
		runs: { from: call.runsFrom, to: call.runsTo },
		mayApply: mayBegin(call, now),
		asOf: now,
		publishedAt: call.publishedAt,
		changes,
		published: call.numbers ? { numbers: call.numbers, reasons: call.reasons ?? '' } : null,
		sequence: call.sequence,
		...turns(call, now),
		gaps: reader === 'staff' ? gapsIn(call.content, call) : []
	};
}

export type CallList = { open: CallView[]; soon: CallView[]; past: CallView[] };

/** Open calls, soonest deadline first; announced ones, soonest opening first; past ones, latest first. */
export function listFor(
	calls: StandingCall[],
	changes: Map<string, Change[]>,
	now: Date,
	choices: Map<string, Choice[]>
): CallList {
	const views = calls.map((call) => ({
		...callFor('public', call, changes.get(call.id) ?? [], now),
		choices: choices.get(call.id) ?? []
	}));
	const inPhase = (...phases: Phase[]) => views.filter((view) => phases.includes(view.phase));
	const by = (key: 'opens' | 'ends') => (a: CallView, b: CallView) => at(a[key]) - at(b[key]);
	return {
		open: inPhase('open').toSorted(by('ends')),
		soon: inPhase('announced').toSorted(by('opens')),
		past: inPhase('last-minutes', 'closed', 'archived').toSorted((a, b) => by('ends')(b, a))
	};
}

/** How a draft would look, for the preview of staff: the page's own words, and no public life yet. */
export function asDrafted(draft: Draft): StandingCall {
	const { edition: _, ...written } = draft;
	return {
		...written,
		publishedAt: null,
		closedAt: null,
		archivedAt: null,
		numbers: null,
		releasedAt: null,
		reasons: null,
		listed: false,
		version: 0,
		sequence: 0
	};
}

function turns(call: StandingCall, now: Date): Pick<CallView, 'changedAt' | 'nextTurn'> {
	const points = turningPoints(call).toSorted((a, b) => a.getTime() - b.getTime());
	const past = points.filter((point) => point <= now).at(-1);
	return {
		changedAt: past && past > call.changedAt ? past : call.changedAt,
		nextTurn: points.find((point) => point > now) ?? null
	};
}

function at(moment: Moment | null): number {
	return moment?.instant.getTime() ?? 0;
}
