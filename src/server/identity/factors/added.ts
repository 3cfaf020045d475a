import type { Db } from '#server/db';
import type { Opened } from '../sessions.ts';
import { countUnused } from './recovery-codes.sql.ts';

/** After the first factor come codes for paper: the page asks for them as long as there are none. */
export type Added = Opened & { codesLeft: number };

export async function withCodesLeft(db: Db, person: string, opened: Opened): Promise<Added> {
	return { ...opened, codesLeft: await countUnused(db, person) };
}
