import { expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { otherLead, sent } from '../../../../../tests/expression-world.ts';
import { desk, given, reading } from '../../../../../tests/panel-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import {
	answerSeat,
	beginPhase,
	checkEligibility,
	declareConflict,
	declareTies,
	exportRecord,
	inviteToPanel,
	readForPanel,
	showRecord
} from '../../server/index.ts';
import { recordCsv } from '../record-file.ts';

const slug = 'spring';

async function bethan(world: World): Promise<Actor> {
	const email = 'bethan@example.org';
	await inviteToPanel.within(world.as(lead), { slug, name: 'Bethan', email, part: 'panellist' });
	const [row] = await world.db<{ id: string }[]>`select id from identity.person where email = ${email}`;
	const actor: Actor = { kind: 'person', id: row!.id, assurance: 1, roles: [] };
	await answerSeat.within(world.as(actor), { slug, answer: 'yes' });
	await declareTies.within(world.as(actor), { slug, none: 'yes' });
	return actor;
}

test('who read what stands in the record once a phase, in its order, for staff alone', withWorld(async (world) => {
	await aCall(world);
	const { reference } = await sent(world);
	const actor = await bethan(world);
	await checkEligibility.within(world.as(lead), { slug, reference, verdict: 'eligible', why: '' });
	const reads = (minutes: number) => readForPanel.within(world.as(actor, new Date(someDay.getTime() + minutes * 60_000)), { slug, reference });
	const begins = (phase: 'review' | 'discussion', minutes: number) => beginPhase.within(world.as(lead, new Date(someDay.getTime() + minutes * 60_000)), { slug, phase });
	await begins('review', 1);
	await reads(2);
	await reads(3);
	await begins('discussion', 4);
	await reads(5);
	for (const stranger of [visitor, actor]) await expect(showRecord.within(world.as(stranger), { slug })).rejects.toMatchObject({ code: 'not-found' });
	const { lines } = await showRecord.within(world.as(lead), { slug });
	expect(lines.slice(-4).map(({ name, who, reference: of }) => [name, who, of])).toEqual([
		['panel.phase-begun', null, null],
		['panel.read', 'Bethan', reference],
		['panel.phase-begun', null, null],
		['panel.read', 'Bethan', reference]
	]); // prettier-ignore
	expect(recordCsv(await exportRecord.within(world.as(lead), { slug })).split('\r\n').filter((line) => line.includes(reference))).toHaveLength(3);
})); // prettier-ignore

test('of an application that a conflict keeps from them, staff read nothing in the record', withWorld(async (world) => {
	await aCall(world);
	const { reference, id } = await sent(world);
	await checkEligibility.within(world.as(lead), { slug, reference, verdict: 'eligible', why: '' });
	const seen = async (as: Actor) => JSON.stringify(await showRecord.within(world.as(as), { slug }));
	expect(await seen(otherLead)).toContain(reference);
	const person = (otherLead as { id: string }).id;
	await world.db`
		insert into programmes.seat (call, person, part, invited_at, invited_by)
		select call, ${person}, 'chair', ${someDay}, ${person} from programmes.expression`;
	await world.db`
		insert into programmes.conflict (seat, expression, kind, source, because, since)
		select seat.id, ${id}, 'personal', 'declared', '', ${someDay} from programmes.seat`;
	expect(await seen(otherLead)).not.toContain('eligibility.checked');
	expect(await seen(lead)).toContain(reference);
})); // prettier-ignore

test('that readings moved of an application that a conflict keeps from them, staff read nowhere', withWorld(async (world) => {
	const { panel, sent } = await reading(world, { readers: 1, names: ['Bethan', 'Carys'], count: 1 });
	const { id, reference } = sent[0]!;
	const person = (otherLead as { id: string }).id;
	await world.db`
		insert into programmes.seat (call, person, part, invited_at, invited_by)
		select call, ${person}, 'panellist', ${someDay}, ${person} from programmes.expression where id = ${id}`;
	await world.db`
		insert into programmes.conflict (seat, expression, kind, source, because, since)
		select id, ${id}, 'personal', 'declared', '', ${someDay} from programmes.seat where person = ${person}`;
	const seen = async (as: Actor) => [await showRecord.within(world.as(as), { slug }), await desk(world, as)];
	const before = { kept: await seen(otherLead), lead: await seen(lead) };
	const reader = [...(await given(world, panel))].find(([, list]) => list.includes(reference))![0];
	await declareConflict.within(world.as(reader.actor), { slug, reference, kind: 'personal', because: '' });
	await world.runJobs();
	expect(await seen(otherLead)).toEqual(before.kept);
	const moved = (await showRecord.within(world.as(lead), { slug })).lines.filter(({ name }) => name === 'readings.shared-out');
	expect(moved.map((one) => one.person === null).toSorted()).toEqual([false, true]);
	expect((await desk(world)).sharing!.changes.map((one) => one.reference)).toEqual([reference]);
})); // prettier-ignore
