import { expect, test } from 'vitest';
import { listCampaigns } from '#areas/campaigns/server';
import { listCalls, listProgrammes } from '#areas/programmes/server';
import { showDesk, showHome } from '#areas/site/server';
import { visitor, type Actor } from '#shared/actor';
import { withOwnWorld } from '../../tests/world.ts';
import { seed } from './index.ts';

const today = new Date('2026-11-22T12:00:00Z');
const lead: Actor = {
	kind: 'person',
	id: '00000000-0000-4000-8000-00000000001d',
	assurance: 2,
	roles: ['lead']
};

/** Everything with a name or an id, as text. */
const fixed = (db: Parameters<Parameters<typeof withOwnWorld>[0]>[0]) =>
	db.do(async ({ db }) => [
		await db`select id, name, email from identity.person order by email`,
		await db`select id, reference, locale, erased_why from programmes.expression order by id`,
		await db`select id, slug from programmes.programme order by slug`
	]);

test(
	'an empty house is filled with a world, and one that is lived in stays as it is',
	withOwnWorld(async (world) => {
		const ways = await seed(today);
		expect(ways).toMatchObject({ slug: 'counted-in', returnLink: expect.stringContaining('/return/') });
		expect(await seed(today)).toBeNull();
		await world.do(async (inside) => {
			const { open, soon, past } = await listCalls.within(inside.as(visitor, today), {});
			expect([open, soon, past].map((calls) => calls.map(({ slug }) => slug))).toEqual([
				['counted-in'],
				[],
				['counted-in-the-first-year']
			]);
			const campaigns = await listCampaigns.within(inside.as(visitor, today), {});
			expect(campaigns.map(({ name }) => name).toSorted()).toEqual([
				'Behind Our Screens',
				'Care Full',
				'Damp Doesn’t Lie',
				'Just Treatment',
				'London Renters Union',
				'See Me, Hear Me'
			]);
			const all = await listProgrammes.within(inside.as(lead, today), {});
			expect(all.find(({ slug }) => slug === 'counted-in')!.gaps, 'it leaves nothing out').toEqual([]);
			const drafts = all.filter(({ live }) => !live);
			expect(drafts.map(({ slug }) => slug)).toEqual(['a-chair-at-the-table']);
		});
	})
);

test(
	'its people, applications and programmes have the same ids every time, and ids are left to chance afterwards',
	withOwnWorld(async (world) => {
		await seed(today);
		const first = await fixed(world);
		expect(first).toMatchSnapshot();
		await world.do(async ({ db }) => {
			await db`insert into programmes.programme (slug, created_at) values ('new', now())`;
			expect(
				await db`
					select 1 from information_schema.columns where (table_schema, table_name, column_name)
						= ('programmes', 'programme', 'id') and column_default = 'gen_random_uuid()'`
			).toHaveLength(1);
			expect(
				await db`select 1 from information_schema.columns where column_default like '%seed%'`
			).toHaveLength(0);
		});
	})
);

test(
	'there is an application in every state, and a letter that somebody has to see to; nothing waits to be sent',
	withOwnWorld(async (world) => {
		await seed(today);
		await world.do(async (inside) => {
			const states = await inside.db<{ state: string; count: number }[]>`
				select case
					when expression.erased_at is not null then 'erased ' || expression.erased_why
					when withdrawal.at is not null then 'withdrawn'
					when submission.at is not null then 'sent' || coalesce(' by ' || expression.entered_from, '')
					when extension.until is not null then 'draft with more time'
					else 'draft' end as state, count(*)::int as count
				from programmes.expression
				left join programmes.submission on submission.expression = expression.id
				left join programmes.withdrawal on withdrawal.expression = expression.id
				left join programmes.extension on extension.expression = expression.id
				group by 1 order by 1`;
			expect(Object.fromEntries(states.map(({ state, count }) => [state, count]))).toEqual({
				draft: 1,
				'draft with more time': 1,
				'erased unsent': 1,
				'erased withdrawn': 1,
				sent: 7,
				'sent by telephone': 1,
				withdrawn: 1
			});
			const { todos, on } = await showDesk.within(inside.as(lead, today), {});
			expect(todos.map(({ what }) => what)).toEqual(['letters', 'write']);
			expect(on).toHaveLength(1);
			expect(await inside.db`select 1 from mail.standing where state in ('waiting', 'later')`).toHaveLength(
				0
			);
			expect(await inside.db`select 1 from pgboss.job where state = 'created'`).toHaveLength(0);
			expect(await showHome.within(inside.as(visitor, today), { locale: 'cy' })).toMatchObject({
				isNew: false,
				host: { name: 'Tallyhouse', lead: { lang: 'cy' } }
			});
		});
	})
);
