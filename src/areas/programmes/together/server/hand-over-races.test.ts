import { expect, test } from 'vitest';
import {
	acceptLead,
	askToLead,
	decideTakeOver,
	giveLead,
	offerLead,
	refuseHandOver,
	takeOffCoApplicant
} from '#areas/programmes/server';
import { lead as staffLead } from '../../../../../tests/call-world.ts';
import {
	asks,
	contact,
	later,
	leads,
	offered,
	slug,
	three,
	waiting,
	why,
	type All
} from '../../../../../tests/hand-over-world.ts';
import { withOwnWorld, type OwnWorld, type World } from '../../../../../tests/world.ts';

/* Who leads is one person, whatever is pressed at the same moment. Each act is a transaction of its own. */

type Act = (world: World) => Promise<unknown>;

/** What became of each: 'done', or the code of what was wrong. */
function atOnce(own: OwnWorld, acts: Act[]): Promise<string[]> {
	return Promise.all(
		acts.map((act) =>
			own.do(act).then(
				() => 'done',
				({ code }: { code?: string }) => code ?? 'a bug'
			)
		)
	);
}

async function openNow(own: OwnWorld): Promise<number> {
	return own.do(async ({ db }) => {
		const rows = await db`select 1 from programmes.hand_over where ended_at is null`;
		return rows.length;
	});
}

const mustHaveOneLead = async (own: OwnWorld, all: All) =>
	expect(await own.do((world) => leads(world, all))).toHaveLength(1);

test(
	'two acceptances of one offer: one leads, and the other press is told that it is over',
	withOwnWorld(async (own) => {
		const all = await own.do(async (world) => {
			const people = await three(world);
			await offered(world, people, 'edit');
			return people;
		});
		const { owen, reference } = all;
		const accept: Act = (world) => acceptLead.within(world.as(owen.actor), { reference, ...contact });
		const results = await atOnce(own, [accept, accept, accept]);
		expect(results.filter((result) => result === 'done')).toHaveLength(1);
		for (const result of results) expect(['done', 'hand-over-over', 'not-found']).toContain(result);
		expect(await own.do((world) => leads(world, all))).toEqual(['Owen Pryce']);
	})
);

test(
	'an ask and an offer: one of them waits, and the other is told so',
	withOwnWorld(async (own) => {
		const all = await own.do((world) => three(world));
		const { lead, owen, hana, reference } = all;
		const results = await atOnce(own, [
			(world) => askToLead.within(world.as(owen.actor), { reference }),
			(world) => offerLead.within(world.as(lead.actor), { reference, person: hana.id, then: 'view' }),
			(world) => askToLead.within(world.as(owen.actor), { reference })
		]);
		expect(results.toSorted()).toEqual(['done', 'hand-over-waits', 'hand-over-waits']);
		expect(await openNow(own)).toBe(1);
		await mustHaveOneLead(own, all);
	})
);

test(
	'staff decide while the lead says yes, says no, or takes them off: one of it happens, and one person leads',
	withOwnWorld(async (own) => {
		const all = await own.do(async (world) => {
			const people = await three(world);
			await asks(world, people);
			return people;
		});
		const { lead, owen, reference } = all;
		const [one] = await own.do((world) => waiting(world, later(8)));
		const decision = { slug, id: one!.id, answer: 'yes', why, tried: 'yes' } as never;
		const asLead = (world: World) => world.as(lead.actor, later(8));
		const results = await atOnce(own, [
			(world) => decideTakeOver.within(world.as(staffLead, later(8)), decision),
			(world) => giveLead.within(asLead(world), { reference, then: 'view' }),
			(world) => refuseHandOver.within(asLead(world), { reference }),
			(world) => takeOffCoApplicant.within(asLead(world), { reference, person: owen.id })
		]);
		expect(results).not.toContain('a bug');
		expect(results.slice(0, 3).filter((result) => result === 'done').length).toBeLessThanOrEqual(1);
		expect(results).toContain('done');
		expect(await openNow(own)).toBe(0);
		await mustHaveOneLead(own, all);
	})
);
