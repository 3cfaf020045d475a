import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	createProgramme,
	listProgrammes,
	previewCall,
	publishCall,
	reviseCall,
	setDates,
	showCall,
	showDraft
} from '#areas/programmes/server';
import { withOwnWorld, withWorld, someDay, type World } from '../../../../tests/world.ts';
import { aCall, lead } from '../../../../tests/call-world.ts';

const dates = { zone: 'Europe/London', opens: '2026-02-01T09:00', closes: '2026-03-11T12:00' };
const spring = { name: 'Spring programme', address: '' };

async function begun(world: World) {
	const { slug } = await createProgramme.within(world.as(lead), spring);
	return { slug, draft: () => showDraft.within(world.as(lead), { slug }) };
}

describe('who may write calls', () => {
	const half: Actor = { ...lead, assurance: 1 } as Actor;
	const guest: Actor = { ...lead, roles: [] } as Actor;
	test.each<[string, Actor]>([
		['a visitor', visitor],
		['staff without their second factor', half],
		['somebody signed in without a role', guest],
		['an applicant', { kind: 'applicant', expression: 'e' }]
	])('%s may not, and is told nothing', (_, actor) =>
		withWorld(async (world) => {
			const { slug } = await begun(world);
			const as = world.as(actor);
			const all = [
				createProgramme.within(as, spring),
				listProgrammes.within(as, {}),
				showDraft.within(as, { slug }),
				previewCall.within(as, { slug }),
				reviseCall.within(as, { slug, edition: 1, content: { purpose: 'x' } }),
				setDates.within(as, { slug, edition: 1, dates }),
				publishCall.within(as, { slug, edition: 1 })
			];
			for (const refused of all) await expect(refused).rejects.toMatchObject({ code: 'not-found' });
		})()
	);
});

test(
	'a programme begins with a name, and people see nothing of it',
	withWorld(async (world) => {
		const { slug, draft } = await begun(world);
		expect(slug).toBe('spring-programme');
		expect(await draft()).toMatchObject({ phase: 'draft', live: null, name: 'Spring programme' });
		await expect(showCall.within(world.as(), { slug })).rejects.toMatchObject({ code: 'not-found' });
		expect(await previewCall.within(world.as(lead), { slug })).toMatchObject({ phase: 'draft' });
		expect(await world.events()).toEqual(['programme.created']);
	})
);

test(
	'two programmes of one name have two addresses, and a chosen address is taken once',
	withWorld(async (world) => {
		const make = (address: string) => createProgramme.within(world.as(lead), { ...spring, address });
		expect([await make(''), await make(''), await make('')].map(({ slug }) => slug)).toEqual([
			'spring-programme',
			'spring-programme-2',
			'spring-programme-3'
		]);
		expect(await make('ours')).toEqual({ slug: 'ours' });
		await expect(make('No spaces')).rejects.toMatchObject({ fields: { address: 'not-an-address' } });
	})
);

test(
	'an address that somebody has is refused in words',
	withOwnWorld(async (world) => {
		await world.do((w) => createProgramme.within(w.as(lead), { ...spring, address: 'ours' }));
		const again = world.do((w) => createProgramme.within(w.as(lead), { ...spring, address: 'ours' }));
		await expect(again).rejects.toMatchObject({ code: 'address-taken' });
	})
);

test(
	'one page is saved on its own; of two editors the second is told',
	withWorld(async (world) => {
		const { slug, draft } = await begun(world);
		const save = (edition: number, content: object) =>
			reviseCall.within(world.as(lead), { slug, edition, content });
		await save(1, { purpose: 'To win.' });
		await expect(save(1, { purpose: 'To lose.' })).rejects.toMatchObject({ code: 'edited-meanwhile' });
		await save(2, { topics: 'law\nmedia' });
		expect((await draft()).content).toMatchObject({ purpose: 'To win.', topics: ['law', 'media'] });
	})
);

test(
	'without its dates a call is not published, and the refusal lists what is missing',
	withWorld(async (world) => {
		const { slug, draft } = await begun(world);
		await expect(publishCall.within(world.as(lead), { slug, edition: 1 })).rejects.toMatchObject({
			code: 'call-incomplete',
			details: { gaps: ['opens', 'closes', 'what-for'] }
		});
		await setDates.within(world.as(lead), { slug, edition: 1, dates });
		await reviseCall.within(world.as(lead), { slug, edition: 2, content: { purpose: 'To win.' } });
		const { gaps } = await draft();
		expect(gaps.filter((gap) => gap.stops)).toEqual([]);
		expect(gaps.map((gap) => gap.code)).toContain('who-decides');
		await publishCall.within(world.as(lead), { slug, edition: 3 });
		expect(await showCall.within(world.as(), { slug })).toMatchObject({
			phase: 'announced',
			says: { purpose: 'To win.' },
			gaps: []
		});
		expect(await world.events()).toContain('call.published');
	})
);

test(
	'what is written after publication waits for a visible note',
	withWorld(async (world) => {
		const { slug } = await aCall(world);
		const shown = () => showCall.within(world.as(), { slug });
		const { edition } = await showDraft.within(world.as(lead), { slug });
		await expect(publishCall.within(world.as(lead), { slug, edition })).rejects.toMatchObject({
			code: 'nothing-changed'
		});
		await reviseCall.within(world.as(lead), { slug, edition, content: { purpose: 'To win well.' } });
		expect(await shown()).toMatchObject({ says: { purpose: 'To win.' }, changes: [] });
		const next = edition + 1;
		await expect(publishCall.within(world.as(lead), { slug, edition: next })).rejects.toMatchObject({
			fields: { note: 'missing' }
		});
		await publishCall.within(world.as(lead), { slug, edition: next, note: 'We say more clearly what for.' });
		expect(await shown()).toMatchObject({
			says: { purpose: 'To win well.' },
			changes: [{ kind: 'corrected', note: 'We say more clearly what for.', at: someDay }]
		});
		const versions =
			await world.db`select number, content ->> 'purpose' as purpose from programmes.version order by 1`;
		expect([...versions]).toEqual([
			{ number: 1, purpose: 'To win.' },
			{ number: 2, purpose: 'To win well.' }
		]);
	})
);

test(
	'the dates of a published call are not set but moved',
	withWorld(async (world) => {
		const { slug } = await aCall(world);
		const { edition } = await showDraft.within(world.as(lead), { slug });
		await expect(setDates.within(world.as(lead), { slug, edition, dates })).rejects.toMatchObject({
			code: 'call-is-published'
		});
	})
);

test(
	'of two who save one call at the same moment, one is kept and the other is told',
	withOwnWorld(async (world) => {
		const { slug } = await world.do((w) => aCall(w));
		const { edition } = await world.do((w) => showDraft.within(w.as(lead), { slug }));
		const save = (purpose: string) =>
			world.do((w) => reviseCall.within(w.as(lead), { slug, edition, content: { purpose } }));
		const both = await Promise.allSettled([save('Mine.'), save('Yours.')]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'edited-meanwhile' }
		});
	})
);

test(
	'of two who publish one call at the same moment, one publishes',
	withOwnWorld(async (world) => {
		const { slug } = await world.do((w) => aCall(w, { published: null }));
		const { edition } = await world.do((w) => showDraft.within(w.as(lead), { slug }));
		const publish = () => world.do((w) => publishCall.within(w.as(lead), { slug, edition }));
		const both = await Promise.allSettled([publish(), publish()]);
		expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		await world.do(async (w) =>
			expect(await w.db`select number from programmes.version`).toEqual([{ number: 1 }])
		);
	})
);
