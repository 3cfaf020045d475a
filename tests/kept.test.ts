import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kept } from '../db/kept.ts';
import { withWorld } from './world.ts';

/* CONDUCT §3.9: what is kept is said, with its end. A table that nobody thought about fails here. */

test(
	'every table says of whom it is, and until when',
	withWorld(async ({ db }) => {
		const rows = await db<{ name: string }[]>`
			select schemaname || '.' || tablename as name from pg_tables
			where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') and tablename <> 'migration'`;
		const there = new Set(rows.map(({ name }) => name));
		const said = new Set(kept.map(({ table }) => table));
		const unsaid = [...there].filter((name) => !said.has(name));
		expect(
			unsaid,
			'add a line to db/kept.ts: of whom, what, until when, and the query by which it goes'
		).toEqual([]);
		expect([...said].filter((name) => !there.has(name))).toEqual([]);
	})
);

test(
	'what goes with something else is taken along by the database',
	withWorld(async ({ db }) => {
		for (const { table, goes } of kept) {
			if (!goes || !('with' in goes)) continue;
			const [key] = await db<{ rule: string }[]>`
				select confdeltype as rule from pg_constraint
				where contype = 'f' and conrelid = ${table}::regclass and confrelid = ${goes.with}::regclass
				order by confdeltype <> 'c'`;
			expect(key, `${table} with ${goes.with}`).toMatchObject({ rule: 'c' });
		}
	})
);

test('what goes by a query is deleted or emptied there', () => {
	for (const { table, goes } of kept) {
		if (!goes || !('by' in goes)) continue;
		const text = readFileSync(goes.by, 'utf8');
		const name = table.replace('.', String.raw`\.`);
		expect(text, `${goes.by} and ${table}`).toMatch(new RegExp(`(delete from|update|truncate) ${name}\\b`));
	}
});

test('docs/kept.md says it', async () => {
	const lines = kept.map(({ table, of, what, until, goes }) => {
		const how = goes === null ? 'stays' : 'by' in goes ? `\`${goes.by}\`` : `with \`${goes.with}\``;
		return `| ${table} | ${of} | ${what} | ${until} | ${how} |`;
	});
	const page = `# What is kept, and until when\n\nWritten by \`tests/kept.test.ts\` from \`db/kept.ts\`. Letters, files and rows of other tables that belong to an application go with it.\n\n| Table | Of | What | Until | Goes by |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`;
	await expect(page).toMatchFileSnapshot('../docs/kept.md');
});
