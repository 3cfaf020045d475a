/**
 * The desk as the foundation had it, before there were cards: every answer of every application is read to count, to
 * look for words and to put in order. Its queries on today's tables, and no framework, session or frame around them.
 */
import { createServer } from 'node:http';
import postgres from 'postgres';
import { byteOrderMark, csvLines } from '#shared/csv';
import { optionsFrom } from '#server/db';

const sql = postgres(optionsFrom(process.env['DATABASE_URL']!));
const facets = ['state', 'kind', 'stage', 'region', 'way'] as const;

const server = createServer((request, response) => {
	const { pathname, searchParams } = new URL(request.url!, 'http://x');
	const words = (searchParams.get('q') ?? '').split(/\s+/).filter(Boolean);
	const parts = { '/list': list, '/csv': csv, '/json': json }[pathname];
	void (async () => {
		for await (const part of parts!(words)) response.write(part);
		response.end();
	})();
});

async function* list(words: string[]): AsyncGenerator<string> {
	const counts = await sql<{ facet: string; option: string; count: number }[]>`
		${matching(words)}
		select 'all' as facet, '' as option, count(*)::int as count from listed
		union all select 'shown', '', count(*)::int from listed where found
		${facets.map((facet) => sql`union all select ${facet}, ${sql(facet)}, count(*)::int from listed where found group by ${sql(facet)}`).reduce((all, one) => sql`${all} ${one}`, sql``)}`;
	yield counts.map(({ facet, option, count }) => `<p>${facet} ${option} ${count}</p>`).join('');
	const ids = await sql<
		{ id: string }[]
	>`${matching(words)} select id from listed where found ${order()} limit 50`;
	for (const said of await answersOf(ids.map(({ id }) => id)))
		yield `<li>${[...said.values()].join(' ').slice(0, 180)}</li>`;
}

async function* csv(words: string[]): AsyncGenerator<string> {
	const questions = await sql<
		{ question: string }[]
	>`select distinct question from programmes.answer order by 1`;
	yield byteOrderMark + csvLines([questions.map(({ question }) => question)]);
	for await (const people of inParts(words))
		yield csvLines(people.map((said) => questions.map(({ question }) => said.get(question) ?? '')));
}

async function* json(words: string[]): AsyncGenerator<string> {
	for await (const people of inParts(words))
		yield people.map((said) => JSON.stringify(Object.fromEntries(said))).join(',');
}

async function* inParts(words: string[]): AsyncGenerator<Map<string, string>[]> {
	const rows = await sql<{ id: string }[]>`${matching(words)} select id from listed where found ${order()}`;
	const ids = rows.map(({ id }) => id);
	for (let at = 0; at < ids.length; at += 100) yield await answersOf(ids.slice(at, at + 100));
}

async function answersOf(ids: string[]): Promise<Map<string, string>[]> {
	const rows = await sql<{ expression: string; question: string; said: string }[]>`
		select expression, question, value #>> '{}' as said from programmes.answer where expression = any(${ids}::uuid[])`;
	const people = new Map(ids.map((id) => [id, new Map<string, string>()]));
	for (const { expression, question, said } of rows) people.get(expression)!.set(question, said);
	return [...people.values()];
}

function matching(words: string[]) {
	const plain = sql`lower(regexp_replace(normalize(concat_ws(' ', reference, replace(reference, '-', ''), said.words), NFKD), ${'[\u0300-\u036F]'}, '', 'g'))`;
	const found = words.length
		? sql`(select bool_and(position(word in hay) > 0) from (select ${plain} as hay) one, unnest(${words}::text[]) as word)`
		: sql`true`;
	return sql`
		with listed as (
			select expression.id, expression.reference, expression.begun_at, submission.at as submitted_at,
				case when submission.at is null then 'typing' else 'sent' end as state,
				coalesce(expression.entered_from, 'web') as way, coalesce(said.kind, 'none') as kind,
				coalesce(said.stage, 'none') as stage, coalesce(said.region, 'none') as region, ${found} as found
			from programmes.expression
			left join programmes.submission on submission.expression = expression.id
			left join programmes.withdrawal on withdrawal.expression = expression.id
			left join lateral (
				select max(value #>> '{}') filter (where question = 'kind') as kind,
					max(value #>> '{}') filter (where question = 'stage') as stage,
					max(value #>> '{}') filter (where question = 'region') as region,
					string_agg(value #>> '{}', ' ') filter (where question in ('group', 'contact-name', 'community')) as words
				from programmes.answer where answer.expression = expression.id
					and question in ('kind', 'stage', 'region', 'group', 'contact-name', 'community')) said on true
			where expression.erased_at is null and withdrawal.at is null and submission.at is not null)`;
}

function order() {
	return sql`order by submitted_at desc nulls first, begun_at desc, reference`;
}

server.listen(0, '127.0.0.1', () => {
	const { port } = server.address() as { port: number };
	console.log(`http://127.0.0.1:${port}`);
});
