import type { Db } from '#server/db';
import type { CallContent } from '../../call.schema.ts';

export type VersionRow = { number: number; publishedAt: Date; opensAt: Date; content: CallContent };

/** Every version of a call, the first first. */
export function listVersions(db: Db, call: string): Promise<VersionRow[]> {
	return db<VersionRow[]>`
		select number, published_at, opens_at, content from programmes.version where call = ${call} order by number`;
}
