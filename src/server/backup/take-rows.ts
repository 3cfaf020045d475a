import { pipeline } from 'node:stream/promises';
import type { Db } from '#server/db';
import { damaged, type Entry } from './archive.ts';
import type { Table } from './catalog.sql.ts';
import { Measure } from './content.ts';
import type { Rows } from './manifest.ts';
import { writeRows } from './rows.sql.ts';

/** Rows that PostgreSQL cannot read and rows of another hash are the same thing: damage. */
export async function takeRows(db: Db, table: Table, { name, sha256 }: Rows, content: Entry): Promise<void> {
	const measure = new Measure();
	await pipeline(content, measure, await writeRows(db, table)).catch((error: unknown) => {
		throw isUnreadable(error) ? damaged(name) : error;
	});
	if (measure.result().sha256 !== sha256) throw damaged(name);
}

/** SQLSTATE class 22, data exception; 23, a rule broken. */
function isUnreadable(error: unknown): boolean {
	return /^2[23]/.test((error as { code?: string }).code ?? '');
}
