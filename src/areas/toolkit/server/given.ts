import type { Db } from '#server/db';
import { ourActivities } from '../activities/index.ts';
import { wholeOf } from '../own.ts';
import type { Given } from '../said.ts';
import { listPublished } from './activity.sql.ts';

/** What everybody may see: ours, then what the host has published. The only list that public pages are made from. */
export async function givenToAll(db: Db): Promise<Given[]> {
	const own = await listPublished(db);
	return [
		...ourActivities.map((activity) => ({ activity, isOwn: false })),
		...own.flatMap(({ slug, content }) => {
			const activity = wholeOf(slug, content);
			return activity ? [{ activity, isOwn: true }] : [];
		})
	];
}
