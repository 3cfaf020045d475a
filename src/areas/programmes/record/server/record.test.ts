import { expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { otherLead, sent } from '../../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import {
	answerSeat,
	beginPhase,
	checkEligibility,
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
