import { sentExpressions } from './world.ts';
import type { OwnWorld } from '../tests/small-world.ts';

const topics = ['damp', 'buses', 'carers', 'school meals', 'benefits', 'asylum housing', 'wages', 'water', 'air', 'allotments', 'clinics', 'libraries'] as const; // prettier-ignore
const places = ['Leeds', 'Bangor', 'Newport', 'Hull', 'Derry', 'Glasgow', 'Truro', 'Luton'] as const;
const kinds = ['access', 'definition', 'protection', 'governance', 'counterdata'] as const;
const regions = ['yorkshire', 'wales', 'scotland', 'london', 'northern-ireland'] as const;
const stages = ['idea', 'beginning', 'under-way', 'won-some'] as const;

/**
 * So many expressions that were sent, of which the first went the way of every other one. The rest are copies of its
 * rows in which what tells them apart differs: groups, communities, places, kinds, and some words of their own.
 */
export async function manySent(place: OwnWorld, count: number, now: Date): Promise<void> {
	await sentExpressions(place, 1, now);
	await place.do(async ({ db }) => {
		await db`set local statement_timeout = 0`;
		await db.unsafe(copies(count - 1));
		await db.unsafe(cards);
		const [first] = await db<{ isSame: boolean }[]>`
			select not exists (
				select shape, kind, stage, region, name, name_key, names, words from programmes.card where expression = (select "of" from copy limit 1)
				except select shape, kind, stage, region, name, name_key, names, words from made) as is_same`;
		if (!first!.isSame) throw new Error('Cards are made otherwise by now: mend bench/many.ts');
		await db`analyze`;
	});
}

/** SQL of its own, since 30,000 people would take an hour to fill in the form. */
function copies(count: number): string {
	const of = (list: readonly string[], by: string) =>
		`(array[${list.map((one) => `'${one}'`).join(', ')}])[1 + (${by}) % ${list.length}]`;
	const word = (seed: string) => `translate(substr(md5((${seed})::text), 1, 7), '0123456789', 'ghklmnprst')`;
	const symbol = (by: number) => `substr('23456789BCDFGHJKMNPQRTVWXYZ', 1 + (n / ${27 ** by}) % 27, 1)`;
	return `
		create temporary table copy on commit drop as
		select n, gen_random_uuid() as id, ${symbol(5)} || ${symbol(4)} || ${symbol(3)} || '-' || ${symbol(2)} || ${symbol(1)} || ${symbol(0)} as reference,
			(select expression from programmes.submission limit 1) as of
		from generate_series(1, ${count}) as n;
		insert into programmes.expression (id, call, reference, form_version, locale, begun_at, changed_at, eligibility)
		select copy.id, call, copy.reference, form_version, locale, begun_at, changed_at, eligibility
		from copy join programmes.expression on expression.id = copy.of;
		insert into programmes.submission (expression, at, copy_wanted)
		select copy.id, at + n * interval '1 second', copy_wanted from copy join programmes.submission on submission.expression = copy.of;
		insert into programmes.answer (expression, question, typed, value, version, changed_at)
		select copy.id, question, case when said = value then typed else said end, said, version, changed_at
		from copy join programmes.answer on answer.expression = copy.of
		cross join lateral (select case question
			when 'group' then to_jsonb(initcap(${of(topics, 'n')} || ' ' || ${word('n % 2000')} || ' ' || ${of(places, 'n / 7')}))
			when 'community' then to_jsonb('People of ' || ${of(places, 'n / 7')} || ' who live with ' || ${of(topics, 'n')} || ' near ' || ${word('n % 5000')} || '.')
			when 'change' then to_jsonb(repeat('We want ' || ${word('n % 900')} || ' and ' || ${word('n % 901')} || ' to be told in time, ', 8))
			when 'place' then to_jsonb(${of(places, 'n / 7')})
			when 'contact-name' then to_jsonb(initcap(${word('n')}) || ' ' || initcap(${word('n * 3 % 4000')}))
			when 'kind' then to_jsonb(${of(kinds, 'n')})
			when 'region' then to_jsonb(${of(regions, 'n / 3')})
			when 'stage' then to_jsonb(${of(stages, 'n / 5')})
			else value end as said) answers;`;
}

/**
 * Their cards as keepCard makes them, of which the first is compared with its own. One by one they would take minutes.
 * Words hang on the first card that has them.
 */
const cards = `
	create temporary table made on commit drop as
	select expression.id as expression, first.call, first.shape, said ->> 'kind' as kind, said ->> 'stage' as stage, said ->> 'region' as region,
		said ->> 'group' as name, lower(said ->> 'group') as name_key,
		lower(concat_ws(' ', reference, replace(reference, '-', ''), said ->> 'group', said ->> 'contact-name', said ->> 'place')) as names,
		array_to_tsvector(found.words) as words, first.made_at
	from (select * from programmes.card) first
	join programmes.expression on expression.call = first.call
	cross join lateral (
		select jsonb_object_agg(question, value) as said from programmes.answer where answer.expression = expression.id) answers
	cross join lateral (
		select array_agg(distinct word) as words
		from regexp_split_to_table(lower(concat_ws(' ', reference, replace(reference, '-', ''), said ->> 'group', said ->> 'community', said ->> 'change',
			said ->> 'data', said ->> 'place', said ->> 'contact-name', said ->> 'email')), '[^a-z0-9]+') as word where word <> '') found;
	insert into programmes.card (expression, call, shape, kind, stage, region, name, name_key, names, words, made_at)
	select * from made where expression not in (select expression from programmes.card);
	insert into programmes.card_word (call, word, sketch, card)
	select distinct on (call, word) call, word, word, expression from made, unnest(tsvector_to_array(words)) as word
	where length(word) between 4 and 60 and word !~ '^[0-9]+$' order by call, word, expression
	on conflict do nothing;
	analyze programmes.card, programmes.card_word`;
