/** What saving costs at the least: a form is read, one row is inserted in one transaction of the same pool, 303. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import postgres from 'postgres';
import { optionsFrom } from '#server/db';

const sql = postgres(optionsFrom(process.env['DATABASE_URL']!));
await sql`create table if not exists public.plain (id bigint generated always as identity, words text not null, at timestamptz not null)`;

const server = createServer((request, response) => {
	void text(request)
		.then((body) => keep(new URLSearchParams(body).get('community') ?? ''))
		.then(() => response.writeHead(303, { location: '/' }).end());
});

function keep(words: string) {
	return sql.begin((db) => db`insert into public.plain (words, at) values (${words}, ${new Date()})`);
}

server.listen(0, '127.0.0.1', () => {
	const { port } = server.address() as { port: number };
	console.log(`http://127.0.0.1:${port}`);
});
