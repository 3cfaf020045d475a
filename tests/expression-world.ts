import { beginExpression, saveAnswers, sendExpression } from '#areas/programmes/server';
import { visitor, type Actor } from '#shared/actor';
import { lead } from './call-world.ts';
import { someDay, type World } from './small-world.ts';

/** Every page of the form as a group of renters would fill it in. */
export const answered: Record<string, Record<string, string | string[]>> = {
	group: { group: 'Damp Watch' },
	community: { community: 'Renters on the Marsh estate.' },
	change: { change: 'Repairs are done within a month, whoever reports them.' },
	goals: { goals: ['ongoing-voice', 'community-data-counted'] },
	data: { data: 'The council keeps a register of repairs that nobody may see.' },
	kind: { kind: 'access' },
	'other-kinds': { 'other-kinds-shown': 'yes' },
	stage: { stage: 'under-way' },
	where: { region: 'yorkshire', place: 'Leeds' },
	lead: { lead: 'affected', 'lead-more': '' },
	learning: { teach: ['organising'], learn: ['law', 'media'] },
	access: { access: 'A room without steps.', 'access-until-day': '', 'access-until-month': '', 'access-until-year': '' },
	heard: { heard: 'campaign' },
	contact: { 'contact-name': 'Asha Rahman', email: 'asha@example.org', telephone: '' },
	agree: { agree: 'yes' }
}; // prettier-ignore

export type Held = { reference: string; token: string; id: string; actor: Actor };

/** A draft, and the applicant who holds it. */
export async function begun(
	world: World,
	{ slug = 'spring', now = someDay, met = [] as ('yes' | 'no')[] } = {}
): Promise<Held> {
	const { reference, token } = await beginExpression.within(world.as(visitor, now), { slug, met });
	const [row] = await world.db<
		{ id: string }[]
	>`select id from programmes.expression where reference = ${reference}`;
	return { reference, token, id: row!.id, actor: { kind: 'applicant', expression: row!.id } };
}

export function save(
	world: World,
	{ reference, actor }: Pick<Held, 'reference' | 'actor'>,
	page: string,
	fields: Record<string, unknown>,
	now = someDay
) {
	return saveAnswers.within(world.as(actor, now), { reference, page, fields });
}

/** A draft with every page filled in. */
export async function filledIn(world: World, options: { slug?: string; now?: Date } = {}): Promise<Held> {
	const held = await begun(world, options);
	for (const [page, fields] of Object.entries(answered)) await save(world, held, page, fields, options.now);
	return held;
}

/** Sent, with everything that listeners do already done. */
export async function sent(world: World, options: { slug?: string; now?: Date } = {}): Promise<Held> {
	const held = await filledIn(world, options);
	await sendExpression.within(world.as(held.actor, options.now), { reference: held.reference });
	await world.runJobs(options.now);
	return held;
}

/** Another member of staff. */
export const otherLead: Actor = {
	...(lead as Extract<Actor, { kind: 'person' }>),
	id: '00000000-0000-4000-8000-00000000002d'
};

const person = lead as Extract<Actor, { kind: 'person' }>;
/** The lead, come by a link alone; and somebody with an account and no role. */
export const linkOnly: Actor = { ...person, assurance: 1 };
export const roleless: Actor = { ...person, roles: [] };

/** Sent by a group of that name, with answers of its own. */
export async function sentBy(
	world: World,
	group: string,
	answers: Record<string, Record<string, unknown>> = {},
	now = someDay,
	slug = 'spring'
) {
	const held = await filledIn(world, { now, slug });
	const pages = { group: { group }, ...answers };
	for (const [page, fields] of Object.entries(pages)) {
		const versions = Object.fromEntries(Object.keys(fields).map((key) => [`${key}-version`, '1']));
		await save(world, held, page, { ...fields, ...versions }, now);
	}
	await sendExpression.within(world.as(held.actor, now), { reference: held.reference });
	return held;
}
