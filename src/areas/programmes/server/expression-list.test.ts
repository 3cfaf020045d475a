import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	countExpressions,
	eraseExpression,
	listExpressions,
	saveAnswers,
	typeUpExpression,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { filledIn, linkOnly, otherLead, roleless, sent, sentBy } from '../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';

type Asked = Record<string, string>;
const list = (world: World, asked: Asked = {}, as: Actor = lead, now = someDay) =>
	listExpressions.within(world.as(as, now), { slug, ...asked } as never);

const names = async (world: World, asked: Asked = {}, as: Actor = lead) =>
	(await list(world, asked, as)).entries.map(({ name }) => name);
const countsOf = (view: Awaited<ReturnType<typeof list>>, facet: string) =>
	Object.fromEntries(
		view.facets
			.find((one) => one.facet === facet)!
			.options.filter(({ count }) => count)
			.map(({ value, count }) => [value, count])
	);

describe('the list of what was sent', () => {
	test(
		'is for host staff with their second factor: nobody else learns that there is one',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			for (const stranger of [visitor, held.actor, linkOnly, roleless]) {
				for (const asked of [{}, { q: 'damp' }, { kind: 'access' }])
					await expect(list(world, asked, stranger)).rejects.toMatchObject({ code: 'not-found' });
				await expect(countExpressions.within(world.as(stranger), {})).rejects.toMatchObject({
					code: 'not-found'
				});
			}
			await expect(list(world, { slug: 'nothing-here' })).rejects.toMatchObject({ code: 'not-found' });
		})
	);

	test(
		'has neither drafts nor what was withdrawn or erased, and counts none of them anywhere',
		withWorld(async (world) => {
			await aCall(world);
			await filledIn(world);
			const gone = await sentBy(world, 'Withdrawn Wombats');
			await withdrawExpression.within(world.as(gone.actor), { ...gone, sure: 'yes' });
			const erased = await sentBy(world, 'Erased Egrets');
			await eraseExpression.within(world.as(erased.actor), { ...erased, sure: 'yes' });
			await sentBy(world, 'Damp Watch');
			const view = await list(world);
			expect(view).toMatchObject({ all: 1, shown: 1 });
			// One can have no tag, or several.
			for (const { options } of view.facets.filter(({ facet }) => facet !== 'tag'))
				expect(options.reduce((sum, { count }) => sum + count, 0)).toBe(1);
			expect(await countExpressions.within(world.as(lead), {})).toEqual([{ slug, sent: 1, lately: 1 }]);
			for (const word of ['withdrawn', 'egrets', 'nonsense'])
				expect(await list(world, { q: word })).toMatchObject({ all: 1, shown: 0, entries: [] });
		})
	);

	test(
		'has what somebody is typing up for that person alone, marked as such',
		withWorld(async (world) => {
			await aCall(world);
			const { reference } = await typeUpExpression.within(world.as(lead), {
				slug,
				met: [],
				from: 'paper',
				received: { day: '14', month: '1', year: '2026', time: '9:30am' }
			});
			await saveAnswers.within(world.as(lead), { reference, page: 'group', fields: { group: 'On paper' } });
			expect((await list(world)).entries).toMatchObject([
				{ state: 'typing', way: 'paper', name: 'On paper' }
			]);
			expect(countsOf(await list(world), 'state')).toEqual({ typing: 1 });
			expect(await list(world, {}, otherLead)).toMatchObject({ all: 0, entries: [] });
			expect(await countExpressions.within(world.as(lead), {})).toEqual([]);
		})
	);

	test(
		'is narrowed by each filter, and the number beside an option is the number that choosing it gives',
		withWorld(async (world) => {
			await aCall(world);
			await sentBy(world, 'Ash', { kind: { kind: 'access' }, where: { region: 'wales', place: 'Bangor' } });
			await sentBy(world, 'Birch', { kind: { kind: 'definition' }, stage: { stage: 'idea' } });
			await sentBy(world, 'Cedar', { kind: { kind: 'definition' } });
			const chosen: Asked = { kind: 'definition' };
			const view = await list(world, chosen);
			expect(view).toMatchObject({ all: 3, shown: 2 });
			expect(countsOf(view, 'kind')).toEqual({ access: 1, definition: 2 });
			expect(countsOf(view, 'stage')).toEqual({ idea: 1, 'under-way': 1 });
			expect(countsOf(view, 'region')).toEqual({ yorkshire: 2 });
			for (const { facet, options } of view.facets)
				for (const { value, count } of options)
					expect((await list(world, { ...chosen, [facet]: value })).shown, `${facet} ${value}`).toBe(count);
			expect(await names(world, { kind: 'definition', stage: 'idea' })).toEqual(['Birch']);
			expect(await names(world, { region: 'wales' })).toEqual(['Ash']);
			expect(await names(world, { way: 'telephone' })).toEqual([]);
		})
	);

	test(
		'is searched by names, references and communities, without accents and capitals, for all words at once',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sentBy(world, 'Ŵyl Gŵyr Élan', {
				community: { community: 'Ffermwyr ar Benrhyn Gŵyr.' }
			});
			await sentBy(world, 'Damp 100% Watch');
			for (const q of [
				'gwyr',
				'WYL elan',
				'ŵyl GŴYR',
				'ffermwyr',
				'élan ffermwyr',
				held.reference,
				held.reference.replace('-', '').toLowerCase()
			])
				expect(await names(world, { q }), q).toEqual(['Ŵyl Gŵyr Élan']);
			expect(await names(world, { q: 'asha' })).toHaveLength(2);
			expect(await names(world, { q: '100%' })).toEqual(['Damp 100% Watch']);
			for (const q of ['gwyr damp', '%', "' or true --", '\\', 'steps'])
				expect(await names(world, { q }), q).toEqual([]);
		})
	);

	test(
		'is never searched through what concerns access, and shows none of it',
		withWorld(async (world) => {
			await aCall(world);
			await sent(world);
			expect((await list(world, { q: 'steps' })).shown).toBe(0);
			expect(JSON.stringify(await list(world))).not.toContain('steps');
		})
	);

	test(
		'comes in the order asked for, in pages, and takes an address that makes no sense as far as it does',
		withWorld(async (world) => {
			await aCall(world);
			const day = 86_400_000;
			for (const [index, name] of ['Cedar', 'ash', 'Birch'].entries())
				await sentBy(world, name, {}, new Date(someDay.getTime() + index * day));
			const late = new Date(someDay.getTime() + 3 * day);
			const order = async (sort: string) =>
				(await list(world, { sort }, lead, late)).entries.map(({ name }) => name);
			expect(await order('newest')).toEqual(['Birch', 'ash', 'Cedar']);
			expect(await order('oldest')).toEqual(['Cedar', 'ash', 'Birch']);
			expect(await order('name')).toEqual(['ash', 'Birch', 'Cedar']);
			expect(await order('sideways')).toEqual(['Birch', 'ash', 'Cedar']);
			expect(await list(world, { page: '7' })).toMatchObject({ page: 1, pages: 1 });
			expect(await list(world, { page: '-1', q: 'x'.repeat(900) })).toMatchObject({ page: 1, shown: 3 });
			expect(await list(world, { kind: 'nonsense' })).toMatchObject({ all: 3, shown: 0 });
		})
	);

	test(
		'asks the database as often for many as for one',
		withWorld(async (world) => {
			await aCall(world);
			await sent(world);
			const few = await queriesFor(world);
			const { id } = (await world.db<{ id: string }[]>`select id from programmes.expression`)[0]!;
			await copied(world, id, 60);
			expect((await list(world)).entries).toHaveLength(50);
			expect(await queriesFor(world)).toBe(few);
			expect(few).toBeLessThanOrEqual(19);
		})
	);
});

/** How many statements one look at the list sends. */
async function queriesFor(world: World): Promise<number> {
	let count = 0;
	const counting = new Proxy(world.db, {
		apply(target, self, args: unknown[]) {
			const made = Reflect.apply(target as never, self, args) as object & { then?: unknown };
			if (!Array.isArray(args[0]) || !('raw' in (args[0] as object))) return made;
			return new Proxy(made, {
				get(query, name) {
					if (name === 'then') count += 1;
					const value = Reflect.get(query, name) as unknown;
					return typeof value === 'function' ? (value as (...all: never[]) => unknown).bind(query) : value;
				}
			});
		}
	});
	await listExpressions.within({ ...world.as(lead), db: counting }, { slug });
	return count;
}

/** The same application again and again, under references of their own. */
async function copied({ db }: World, id: string, times: number): Promise<void> {
	const symbols = '23456789BCDFGHJKMNPQRTVWXYZ';
	for (let n = 0; n < times; n += 1) {
		const reference = `BBB-B${symbols[Math.floor(n / 27)]}${symbols[n % 27]}`;
		const [copy] = await db<{ id: string }[]>`
			insert into programmes.expression (call, form_version, reference, locale, begun_at, changed_at, eligibility)
			select call, form_version, ${reference}, locale, begun_at, changed_at, eligibility from programmes.expression where id = ${id}
			returning id`;
		await db`insert into programmes.submission select ${copy!.id}, at, copy_wanted from programmes.submission where expression = ${id}`;
		await db`
			insert into programmes.answer select ${copy!.id}, question, typed, value, version, changed_at
			from programmes.answer where expression = ${id}`;
	}
}
