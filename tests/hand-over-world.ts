import { acceptLead, askToLead, listTakeOvers, offerLead } from '#areas/programmes/server';
import { aCall, lead as staffLead } from './call-world.ts';
import { filledIn } from './expression-world.ts';
import { someDay, type World } from './small-world.ts';
import { joins, leading } from './together-world.ts';

export const later = (days: number) => new Date(someDay.getTime() + days * 86_400_000);
export const slug = 'spring';
export const why = 'Rang three times and wrote twice.';

export async function three(world: World, held = filledIn) {
	await aCall(world);
	const begun = await held(world);
	const owen = await joins(world, begun);
	const lead = await leading(world, begun);
	const hana = await joins(world, lead, { name: 'Hana', email: 'hana@example.org', may: 'view' });
	await world.post();
	return { lead, owen, hana, reference: lead.reference };
}

export const contact = { name: 'Owen Pryce', email: 'owen.new@example.org', telephone: '' };
export type All = Awaited<ReturnType<typeof three>>;

export async function offered(
	world: World,
	{ lead, owen, reference }: All,
	then: 'edit' | 'view' | 'go' = 'view'
) {
	await offerLead.within(world.as(lead.actor), { reference, person: owen.id, then });
}
export const sorted = (letters: { to: string; template: string }[]) =>
	letters.map(({ to, template }) => [to, template]).toSorted();
export const accepts = (world: World, { owen, reference }: All, now = someDay) =>
	acceptLead.within(world.as(owen.actor, now), { reference, ...contact });
export const asks = (world: World, { owen, reference }: All, now = someDay) =>
	askToLead.within(world.as(owen.actor, now), { reference });
export async function waiting(world: World, now: Date) {
	return (await listTakeOvers.within(world.as(staffLead, now), { slug })).waiting;
}
export async function leads(world: World, { reference }: All): Promise<string[]> {
	const rows = await world.db<{ name: string }[]>`
		select name from programmes.co_applicant where may = 'lead' and ended_at is null
			and expression = (select id from programmes.expression where reference = ${reference})`;
	return rows.map(({ name }) => name);
}
