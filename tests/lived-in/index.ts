import type { Actor } from '#shared/actor';
import type { OwnWorld, World } from '../small-world.ts';
import {
	areCased,
	arrangesAccess,
	drafts,
	isGivenTime,
	isBringing,
	isNoted,
	isSentOnPaper,
	isTypedUp,
	sends,
	takesBack,
	type Applicant
} from './applicants.ts';
import { isAskedForMore, isReadWith } from './asked.ts';
import { isPlaced, isSharedInCohort, type Cohort } from './cohort.ts';
import { isChosen, isDecidedAnew, isOneMore, isTold, publishPast } from './choosing.ts';
import { isDecided } from './decisions.ts';
import { isInterviewed } from './interviews.ts';
import { isAnsweredForAll, isAskedAbout } from './questions.ts';
import { campaign, isCampaigned, isHidden, type Campaigners, type InRooms } from './campaigns.ts';
import { hideCalls, publishCalls } from './calls.ts';
import { asksForLater, isBuilt } from './form.ts';
import { isErasedEarly, isRequested } from './kept.ts';
import { isAdapted, isWrittenOn } from './toolkit.ts';
import { isTranscribed } from './transcripts.ts';
import { isPacked } from './packs.ts';
import { isSeated, type Panel } from './panel.ts';
import { isInvited, joins, letsIn, type SignedIn } from './people.ts';
import { isAskedFor, isHelped, type Team } from './together.ts';

/** Everybody who may look. */
export const viewers = [
	'a visitor',
	'another applicant',
	'the applicant',
	'who took it back',
	'who may only read it',
	'who may comment on it',
	'who was taken off it',
	'who writes another with somebody',
	'a lead without a second factor',
	'a lead',
	'who typed it up',
	'who arranges access',
	'an administrator',
	'who reads it for the panel',
	'who sits on the panel and must not read it',
	'who chairs the panel, is staff and must not read it',
	'who coordinates a campaign',
	'who takes part in a campaign',
	'who coordinates a campaign of a programme',
	'who takes part in another of its cohort',
	'who writes in a live workshop',
	'who stands somewhere in another',
	'who acts as chair',
	'who waits to be told',
	'who was told'
] as const;
export type Viewer = (typeof viewers)[number];
/** Host staff who gave their second factor, and whom nothing keeps from what Asha sent. */
export const staff: readonly Viewer[] = [
	'a lead',
	'who typed it up',
	'who arranges access',
	'an administrator'
];
/** All of them; one chairs the panel, and a conflict keeps her from what Asha sent. */
export const allStaff: readonly Viewer[] = [...staff, 'who chairs the panel, is staff and must not read it'];
export const outsidePanel: readonly Viewer[] = [
	'who reads it for the panel',
	'who sits on the panel and must not read it',
	'who acts as chair'
];
/** Whom a conflict with one application keeps out of choosing among all. */
export const areKept: readonly Viewer[] = [
	'who sits on the panel and must not read it',
	'who chairs the panel, is staff and must not read it'
];
/** Whom nothing keeps from choosing, and who are not staff. */
export const whoChoose: readonly Viewer[] = ['who reads it for the panel', 'who acts as chair'];
/** They are on what somebody else sent. */
export const withTheApplicant: readonly Viewer[] = ['who may only read it', 'who may comment on it'];

/** They have to do with one application alone, and not with the desk. */
export const coApplicants: readonly Viewer[] = [
	...withTheApplicant,
	'who was taken off it',
	'who writes another with somebody',
	'who waits to be told',
	'who was told'
];

export type LivedIn = {
	/** What each viewer's browser holds; '' for a visitor. */
	cookies: Record<Viewer, string>;
	/** Dilys’s is a draft that somebody writes with her; on Gwen’s a decision is pending, in a call of its own; Haf was told. */
	applicants: Record<'asha' | 'bran' | 'cerys' | 'dilys' | 'gwen' | 'haf', Applicant>;
	team: Team;
	people: Record<'lead' | 'typist' | 'arranger' | 'administrator', SignedIn> & Panel & Campaigners & Cohort;
	onPaper: string;
	sentOnPaper: string;
	/** Of programs: one that a lead lets in, and one of the chair who must not read everything. */
	tokens: Partial<Record<Viewer, string>>;
};

type MovedIn = { bran: Applicant; haf: Applicant; people: LivedIn['people'] };

/** What may be known: open calls, who arranges access, and one applicant who has begun. */
export async function moveIn(world: OwnWorld, now = new Date()): Promise<MovedIn> {
	return world.do(async (inside) => {
		const people = await join(inside, now);
		await publishCalls(inside, now);
		await publishPast(inside, now);
		const { haf, placed } = await isTold(inside, now, { people, by: as(people.lead, 'lead') });
		await isPlaced(inside, now, placed);
		await asksForLater(inside, now);
		await isAnsweredForAll(inside, now, as(people.lead, 'lead'));
		await isAdapted(inside, now, as(people.lead, 'lead'));
		await arrangesAccess(inside, now, people.arranger, as(people.administrator, 'administrator'));
		await isCampaigned(inside, now, people);
		return { people, haf, bran: await drafts(inside, now, 'Bran') };
	});
}

/** What most may not: what staff prepare, what others have sent, taken back and half written. */
export async function settleIn(
	world: OwnWorld,
	{ bran, haf, people }: MovedIn,
	now = new Date()
): Promise<LivedIn> {
	return world.do(async (inside) => {
		await hideCalls(inside, now);
		await isBuilt(inside, now, as(people.lead, 'lead'));
		await isWrittenOn(inside, now, as(people.lead, 'lead'));
		await isInvited(inside, now, as(people.administrator, 'administrator'));
		const asha = await sends(inside, now, 'Asha');
		await isSeated(inside, now, asha, { people, by: as(people.lead, 'lead') });
		await isGivenTime(inside, now, asha, as(people.lead, 'lead'));
		await isBringing(inside, now, asha, 'Asha');
		await isNoted(inside, now, asha, 'Asha', as(people.lead, 'lead'));
		await isTranscribed(inside, now, asha, as(people.lead, 'lead'));
		await isAskedAbout(inside, now);
		await isInterviewed(inside, now, asha, as(people.lead, 'lead'));
		await isAskedForMore(inside, now, asha, as(people.lead, 'lead'));
		const cerys = await sends(inside, now, 'Cerys');
		await isNoted(inside, now, cerys, 'Cerys', as(people.lead, 'lead'));
		await areCased(inside, now, [asha, cerys], as(people.lead, 'lead'));
		await takesBack(inside, now, cerys);
		const onPaper = await isTypedUp(inside, now, as(people.typist, 'lead'));
		const sentOnPaper = await isSentOnPaper(inside, now, as(people.typist, 'lead'));
		await isReadWith(inside, now, asha.reference, sentOnPaper, as(people.lead, 'lead'));
		await isErasedEarly(inside, now, as(people.lead, 'lead'));
		await isRequested(inside, now, as(people.lead, 'lead'));
		await isPacked(inside, now, as(people.lead, 'lead'));
		await isSharedInCohort(inside, now, people);
		const rooms = await isHidden(inside, now, people);
		await isDecided(inside, now, asha, as(people.lead, 'lead'));
		const dilys = await drafts(inside, now, 'Dilys');
		const waiting = await isAskedFor(inside, now, dilys);
		const team = { waiting, ...(await isHelped(inside, now, asha, as(people.lead, 'lead'))) };
		const gwen = await isChosen(inside, now, { people, by: as(people.lead, 'lead') });
		const applicants = { bran, asha, cerys, dilys, gwen, haf };
		const cookies = cookiesOf({ people, applicants, team, rooms }, await aLink(inside, now));
		const tokens = {
			'a lead': await letsIn(inside, now, as(people.lead, 'lead')),
			'who chairs the panel, is staff and must not read it': await letsIn(
				inside,
				now,
				as(people.chair, 'lead')
			)
		};
		return { people, applicants, team, onPaper, sentOnPaper, cookies, tokens };
	});
}

/** A Placard in which there is something to see, and who may see it. */
export async function livedIn(world: OwnWorld, now = new Date()): Promise<LivedIn> {
	return settleIn(world, await moveIn(world, now), now);
}

/** One more among whom is chosen, that a conflict keeps from the same two; and of who waits something else is decided. */
export function oneMoreIsHidden(
	world: OwnWorld,
	{ people, applicants }: LivedIn,
	now = new Date()
): Promise<void> {
	const by = as(people.lead, 'lead');
	return world.do(async (inside) => {
		await isOneMore(inside, now, { people, by });
		await isDecidedAnew(inside, now, applicants.gwen, by);
	});
}

async function join(world: World, now: Date): Promise<LivedIn['people']> {
	return {
		lead: await joins(world, now, { name: 'Lowri', roles: ['lead'] }),
		typist: await joins(world, now, { name: 'Tomos', roles: ['lead'] }),
		arranger: await joins(world, now, { name: 'Maren', roles: ['lead'] }),
		administrator: await joins(world, now, { name: 'Ada', roles: ['administrator'] }),
		reader: await joins(world, now, { name: 'Rhian' }),
		kept: await joins(world, now, { name: 'Kofi' }),
		chair: await joins(world, now, { name: 'Chiara', roles: ['lead'] }),
		deputy: await joins(world, now, { name: 'Delyth' }),
		coordinator: await joins(world, now, { name: campaign.coordinator, assurance: 1 }),
		member: await joins(world, now, { name: campaign.member, assurance: 1 }),
		ofCohort: await joins(world, now, { name: 'Nerys', assurance: 1 }),
		neighbour: await joins(world, now, { name: 'Idris', assurance: 1 })
	};
}

function aLink(world: World, now: Date): Promise<SignedIn> {
	return joins(world, now, { name: 'Lowri', assurance: 1 });
}

function as({ id }: SignedIn, role: 'lead' | 'administrator'): Actor {
	return { kind: 'person', id, assurance: 2, roles: [role] };
}

function cookiesOf(
	{ people, applicants, team, rooms }: Pick<LivedIn, 'people' | 'applicants' | 'team'> & { rooms: InRooms },
	linkOnly: SignedIn
): Record<Viewer, string> {
	const { lead, typist, arranger, administrator, reader, kept, chair, deputy, coordinator, member } = people;
	const { asha, bran, cerys, gwen, haf } = applicants;
	return {
		'a visitor': '',
		'another applicant': bran.cookie,
		'the applicant': asha.cookie,
		'who took it back': cerys.cookie,
		'who may only read it': team.reader.cookie,
		'who may comment on it': team.commenter.cookie,
		'who was taken off it': team.gone.cookie,
		'who writes another with somebody': team.waiting.cookie,
		'a lead without a second factor': linkOnly.cookie,
		'a lead': lead.cookie,
		'who typed it up': typist.cookie,
		'who arranges access': arranger.cookie,
		'an administrator': administrator.cookie,
		'who reads it for the panel': reader.cookie,
		'who sits on the panel and must not read it': kept.cookie,
		'who chairs the panel, is staff and must not read it': chair.cookie,
		'who coordinates a campaign': coordinator.cookie,
		'who takes part in a campaign': member.cookie,
		'who coordinates a campaign of a programme': people.ofCohort.cookie,
		'who takes part in another of its cohort': people.neighbour.cookie,
		'who writes in a live workshop': rooms.writes,
		'who stands somewhere in another': rooms.stands,
		'who acts as chair': deputy.cookie,
		'who waits to be told': gwen.cookie,
		'who was told': haf.cookie
	};
}
