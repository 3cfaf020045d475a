import {
	acceptInvitationToHelp,
	askToLead,
	decideTakeOver,
	inviteCoApplicant,
	listTakeOvers,
	takeOffCoApplicant,
	writeComment
} from '#areas/programmes/server';
import { schedules } from '#server/use-case';
import { house, visitor, type Actor } from '#shared/actor';
import { newReturnCode } from '../../src/areas/programmes/server/ways-in.ts';
import { save, type Held } from '../expression-world.ts';
import type { World } from '../small-world.ts';
import { leading } from '../together-world.ts';
import { marks, type Applicant } from './applicants.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';

/** Somebody on an application that somebody else leads. */
export type Helper = { id: string; actor: Actor; cookie: string; email: string };
export type Team = Record<'reader' | 'commenter' | 'gone' | 'waiting', Helper> & {
	/** The end of the link of somebody who has not answered. */
	unanswered: string;
};

const day = 86_400_000;
const helperOf = (who: string) => ({
	name: markOf(`the name of ${who}`),
	email: `${markOf(`the address of ${who}`)}@example.org`
});
export const helpers = {
	reader: helperOf('who may only read'),
	commenter: helperOf('who may comment'),
	gone: helperOf('who was taken off'),
	waiting: helperOf('who asks to take over'),
	unanswered: helperOf('who has not said yes')
};
export const between = {
	comment: markOf('a comment beside Asha'),
	earlier: markOf('an earlier text of Asha'),
	why: markOf('why staff decided who leads'),
	/** Who leads a draft, as the others read it. */
	dilys: markOf('the name of Dilys')
};

/** On what was sent: one reads, one comments, one was taken off after they asked in vain to take over. */
export async function isHelped(world: World, now: Date, held: Applicant, by: Actor) {
	const own = marks('Asha').contact;
	const before = new Date(now.getTime() - 8 * day);
	const gone = await joins(world, before, held, { ...helpers.gone, may: 'edit', own });
	const lead = await leading(world, held, now);
	const reader = await joins(world, before, lead, { ...helpers.reader, may: 'view', own });
	const commenter = await joins(world, before, lead, { ...helpers.commenter, may: 'comment', own });
	const { group } = marks('Asha');
	const texts = [between.earlier, group];
	for (const [at, one] of [gone, lead].entries())
		await save(world, { ...lead, actor: one.actor }, 'group', { group: texts[at], 'group-version': String(at + 1) }, now); // prettier-ignore
	const { reference } = held;
	const comment = { reference, question: 'community', comment: between.comment };
	await writeComment.within(world.as(commenter.actor, now), comment);
	await isDecided(world, now, { reference, gone, by });
	await takeOffCoApplicant.within(world.as(lead.actor, now), { reference, person: gone.id });
	const { code } = await invites(world, now, lead, { ...helpers.unanswered, may: 'edit', own });
	return { reader, commenter, gone, unanswered: code };
}

/** Staff leave it with the lead, and say why. */
async function isDecided(
	world: World,
	now: Date,
	{ reference, gone, by }: { reference: string; gone: Helper; by: Actor }
): Promise<void> {
	const asked = new Date(now.getTime() - 8 * day);
	await askToLead.within(world.as(gone.actor, asked), { reference });
	const staff = world.as(by, now);
	const { waiting } = await listTakeOvers.within(staff, { slug: slugs.open });
	const { id } = waiting.find(({ name }) => name === helpers.gone.name)!;
	await decideTakeOver.within(staff, { slug: slugs.open, id, answer: 'no', why: between.why } as never);
}

/** On a draft: somebody edits it, and waits for staff to decide whether they lead it. */
export async function isAskedFor(world: World, now: Date, held: Held): Promise<Helper> {
	const asked = new Date(now.getTime() - 8 * day);
	const waiting = await joins(world, asked, held, { ...helpers.waiting, may: 'edit', own: between.dilys });
	await askToLead.within(world.as(waiting.actor, asked), { reference: held.reference });
	// What the clock would do while others look.
	await schedules.find(({ name }) => name === 'sayThatStaffDecide')!.run(world.as(house, now));
	return waiting;
}

type Invited = { name: string; email: string; may: 'view' | 'comment' | 'edit'; own: string };

async function invites(world: World, now: Date, { reference, actor, id }: Held, invited: Invited) {
	const asks = { ...invited, reference, language: 'en' as const };
	const { person } = await inviteCoApplicant.within(world.as(actor, now), asks);
	return { person, code: await newReturnCode(world.as(actor, now), { expression: id, co: person }) };
}

async function joins(world: World, now: Date, held: Held, invited: Invited): Promise<Helper> {
	const { person: id, code } = await invites(world, now, held, invited);
	const { token } = await acceptInvitationToHelp.within(world.as(visitor, now), { code });
	const actor = { kind: 'applicant', expression: held.id, co: id } as const;
	return { id, actor, cookie: `placard_application=${token}`, email: invited.email };
}
