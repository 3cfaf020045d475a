import { expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { visitor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { answered, begun, otherLead, save, sent, type Held } from '../../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import {
	answerSeat,
	beginPhase,
	checkEligibility,
	countExpressions,
	declareConflict,
	declareTies,
	extendDeadline,
	inviteToPanel,
	judgeConflict,
	listExpressions,
	pinConflictOf,
	planPhases,
	readExpression,
	readForPanel,
	redactAnswer,
	sendExpression,
	showPanelDesk,
	showPanelRoom,
	showRedacting
} from '../../server/index.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
type Seated = { actor: Actor; seat: string };

async function seated(
	world: World,
	name: string,
	part: 'chair' | 'deputy' | 'panellist' = 'panellist',
	ties: { name: string; kind: string }[] = []
): Promise<Seated> {
	const email = `${name.toLowerCase()}@example.org`;
	await inviteToPanel.within(world.as(lead), { slug, name, email, part, languages: [], most: null });
	const [row] = await world.db<{ id: string; person: string }[]>`
		select seat.id, person from programmes.seat join identity.person on person.id = seat.person where email = ${email}`;
	const actor: Actor = { kind: 'person', id: row!.person, assurance: 1, roles: [] };
	await answerSeat.within(world.as(actor), { slug, answer: 'yes' });
	await declareTies.within(world.as(actor), ties.length ? { slug, ties } : { slug, none: 'yes' });
	return { actor, seat: row!.id };
}

const eligible = (world: World, { reference }: Held, as: Actor = lead) =>
	checkEligibility.within(world.as(as), { slug, reference, verdict: 'eligible', why: '' });
const into = (world: World, phase: 'review' | 'discussion' | 'selection') =>
	beginPhase.within(world.as(lead), { slug, phase });
const room = (world: World, { actor }: Seated) => showPanelRoom.within(world.as(actor), { slug });
const reads = (world: World, { actor }: Seated, { reference }: Held) =>
	readForPanel.within(world.as(actor), { slug, reference });

async function sentAs(
	world: World,
	group: string,
	fields: Record<string, Record<string, string>> = {}
): Promise<Held> {
	const held = await begun(world);
	for (const [page, typed] of Object.entries({ ...answered, group: { group }, ...fields }))
		await save(world, held, page, typed);
	await sendExpression.within(world.as(held.actor), { reference: held.reference });
	await world.runJobs();
	return held;
}

test('a seat is staff’s to give, opens no desk, and shows nothing before one has taken it and said whom one is tied to', withWorld(async (world) => {
	await aCall(world);
	const held = await sent(world);
	await eligible(world, held);
	await into(world, 'review');
	const asked = { slug, name: 'Bethan', email: 'bethan@example.org', part: 'panellist' as const };
	for (const stranger of [visitor, held.actor]) await expect(inviteToPanel.within(world.as(stranger), asked)).rejects.toMatchObject(notFound);
	await inviteToPanel.within(world.as(lead), asked);
	await expect(inviteToPanel.within(world.as(lead), asked)).rejects.toMatchObject({ code: 'has-seat' });
	const [row] = await world.db<{ person: string }[]>`select person from programmes.seat`;
	const actor: Actor = { kind: 'person', id: row!.person, assurance: 1, roles: [] };
	const bethan = { actor, seat: '' };
	for (const look of [listExpressions, countExpressions, showPanelDesk]) await expect(look.within(world.as(actor), { slug } as never)).rejects.toMatchObject(notFound);
	expect((await room(world, bethan)).entries).toEqual([]);
	await answerSeat.within(world.as(actor), { slug, answer: 'yes' });
	expect((await room(world, bethan)).entries).toEqual([]);
	await expect(reads(world, bethan, held)).rejects.toMatchObject(notFound);
	await expect(declareTies.within(world.as(actor), { slug })).rejects.toMatchObject({ fields: { none: 'ties-missing' } });
	const both = { slug, none: 'yes', ties: [{ name: 'Damp Watch', kind: 'other' }] };
	await expect(declareTies.within(world.as(actor), both)).rejects.toMatchObject({ fields: { none: 'ties-and-none' } });
	await declareTies.within(world.as(actor), { slug, none: 'yes' });
	expect((await room(world, bethan)).entries).toHaveLength(1);
	expect((await reads(world, bethan, held)).expression.reference).toBe(held.reference);
})); // prettier-ignore

test('the panel reads what was found eligible, from the phase on that shows it', withWorld(async (world) => {
	await aCall(world);
	const [one, two, three] = [await sent(world), await sent(world), await sent(world)];
	const bethan = await seated(world, 'Bethan');
	await eligible(world, one);
	await checkEligibility.within(world.as(lead), { slug, reference: two.reference, verdict: 'not-eligible', why: 'It is a company.' });
	await expect(eligible(world, three, bethan.actor)).rejects.toMatchObject(notFound);
	expect((await room(world, bethan)).entries).toEqual([]);
	await into(world, 'review');
	expect((await room(world, bethan)).entries.map(({ reference }) => reference)).toEqual([one.reference]);
	for (const other of [two, three]) await expect(reads(world, bethan, other)).rejects.toMatchObject(notFound);
})); // prettier-ignore

test('one phase is at work at a time, in their order; what has begun does not move', withWorld(async (world) => {
	await aCall(world);
	const wall = (day: string) => ({ day, month: '4', year: '2026', time: '9am' });
	const plan = (more: object) => planPhases.within(world.as(lead), { slug, ...more });
	await expect(planPhases.within(world.as(visitor), { slug })).rejects.toMatchObject(notFound);
	await expect(plan({ review: wall('9'), discussion: wall('8') })).rejects.toMatchObject({ fields: { discussion: 'phase-out-of-order' } });
	await plan({ eligibility: wall('2'), review: wall('9'), discussion: wall('20') });
	const at = async (iso: string) => (await showPanelDesk.within(world.as(lead, new Date(iso)), { slug })).phases.find(({ isNow }) => isNow)?.phase;
	expect([await at('2026-04-01T00:00Z'), await at('2026-04-09T07:59:59.999Z'), await at('2026-04-09T08:00Z')]).toEqual([undefined, 'eligibility', 'review']);
	await beginPhase.within(world.as(lead, new Date('2026-04-10T00:00Z')), { slug, phase: 'selection' });
	expect(await at('2026-04-21T00:00Z')).toBe('selection');
	await expect(beginPhase.within(world.as(lead, new Date('2026-04-22T00:00Z')), { slug, phase: 'review' })).rejects.toMatchObject({ code: 'phase-over' });
})); // prettier-ignore

test('what a panellist is tied to is found in names and addresses, and hides the application from them until staff say it is none', withWorld(async (world) => {
	await aCall(world);
	const damp = await sentAs(world, 'Ôl-Troed Cyf');
	const mail = await sentAs(world, 'Bus Riders', { contact: { 'contact-name': 'Ana Lima', email: 'ana@riders.example', telephone: '' } });
	const free = await sentAs(world, 'Allotments');
	for (const held of [damp, mail, free]) await eligible(world, held);
	await into(world, 'review');
	const bethan = await seated(world, 'Bethan', 'panellist', [{ name: 'ol troed', kind: 'organisation' }, { name: 'riders.example', kind: 'funder' }]);
	const seen = async () => (await room(world, bethan)).entries.map(({ reference }) => reference);
	expect(await seen()).toEqual([free.reference]);
	for (const held of [damp, mail]) await expect(reads(world, bethan, held)).rejects.toMatchObject(notFound);
	const { conflicts } = await showPanelDesk.within(world.as(lead), { slug });
	expect(conflicts.toSorted((one, two) => (one.kind < two.kind ? 1 : -1)).map(({ kind, source, because, reference }) => [kind, source, because, reference])).toEqual([
		['organisation', 'suggested', 'ol troed', damp.reference],
		['funder', 'suggested', 'riders.example', mail.reference]
	]);
	const judged = { slug, conflict: conflicts.find(({ reference }) => reference === damp.reference)!.id, verdict: 'none', why: 'Another group of that name.' } as const;
	await expect(judgeConflict.within(world.as(bethan.actor), judged)).rejects.toMatchObject(notFound);
	await expect(judgeConflict.within(world.as(lead), { ...judged, why: '' })).rejects.toMatchObject({ fields: { why: 'missing' } });
	await judgeConflict.within(world.as(lead), judged);
	expect((await seen()).toSorted()).toEqual([damp.reference, free.reference].toSorted());
	await declareTies.within(world.as(bethan.actor), { slug, ties: [{ name: 'Ôl-Troed', kind: 'organisation' }] });
	expect(await seen()).toContain(damp.reference);
})); // prettier-ignore

test('who recognises an application declares it, and it is gone; staff who sit on the panel lose it at their desk as well', withWorld(async (world) => {
	await aCall(world);
	const held = await sent(world);
	const other = await sent(world);
	for (const one of [held, other]) await eligible(world, one);
	await into(world, 'review');
	const bethan = await seated(world, 'Bethan');
	await declareConflict.within(world.as(bethan.actor), { slug, reference: held.reference, kind: 'personal', because: 'My sister.' });
	await expect(reads(world, bethan, held)).rejects.toMatchObject(notFound);
	expect((await room(world, bethan)).entries).toHaveLength(1);

	const [seat] = await world.db<{ id: string }[]>`
		insert into programmes.seat (call, person, part, invited_at, invited_by, accepted_at, declared_at)
		select call, ${(otherLead as { id: string }).id}, 'chair', ${someDay}, person, ${someDay}, ${someDay} from programmes.seat returning id`;
	const pin = { slug, reference: held.reference, seat: seat!.id, kind: 'collaborator', because: '' } as const;
	await expect(pinConflictOf.within(world.as(otherLead), pin)).rejects.toMatchObject(notFound);
	await pinConflictOf.within(world.as(lead), pin);
	await expect(readExpression.within(world.as(otherLead), { slug, reference: held.reference })).rejects.toMatchObject(notFound);
	expect((await countExpressions.within(world.as(otherLead), {}))[0]?.sent).toBe(1);
	expect((await countExpressions.within(world.as(lead), {}))[0]?.sent).toBe(2);
	const until = { day: '30', month: '3', year: '2026', time: '12:00' };
	await expect(extendDeadline.within(world.as(otherLead), { reference: held.reference, until, why: 'More time.' })).rejects.toMatchObject(notFound);
	const desk = await showPanelDesk.within(world.as(otherLead), { slug });
	expect(JSON.stringify(desk)).not.toContain(held.reference);
	expect(desk.conflicts).toHaveLength(0);
})); // prettier-ignore

test('names are hidden until the call says; what staff blank stays blank in every phase, and nothing is shown of an answer changed since', withWorld(async (world) => {
	await aCall(world);
	const told = 'The Damp Watch of Asha Rahman, and Rahman alone, will hope.';
	const held = await sentAs(world, 'Damp Watch', { community: { community: told } });
	await eligible(world, held);
	await into(world, 'review');
	const bethan = await seated(world, 'Bethan');
	const said = async () => {
		const { expression } = await reads(world, bethan, held);
		return Object.fromEntries(expression.sections.flatMap(({ answers }) => answers).map(({ key, text }) => [key, text.join(' ')]));
	};
	const first = await said();
	expect(Object.keys(first)).not.toContain('group');
	expect(Object.keys(first)).not.toContain('email');
	expect(first['community']).toBe('The […] of […], and […] alone, will hope.');
	const { passages } = await showRedacting.within(world.as(lead), { slug, reference: held.reference });
	const { version } = passages.find(({ key }) => key === 'community')!;
	const copy = { slug, reference: held.reference, question: 'community', words: 'People who hope.', version, seen: 0 };
	await expect(redactAnswer.within(world.as(bethan.actor), copy)).rejects.toMatchObject(notFound);
	await redactAnswer.within(world.as(lead), copy);
	await expect(redactAnswer.within(world.as(lead), copy)).rejects.toMatchObject({ code: 'redaction-edited-meanwhile' });
	expect((await said())['community']).toBe('People who hope.');
	await into(world, 'discussion');
	const named = await said();
	expect(named['group']).toBe('Damp Watch');
	expect(named['community']).toBe('People who hope.');
	await world.db`update programmes.answer set version = version + 1 where question = 'community'`;
	expect((await said())['community']).toContain('changed this answer');
})); // prettier-ignore
