import type * as v from 'valibot';
import type { DeedView } from '../caseload/server/deeds.ts';
import type { TagsView } from '../caseload/server/tags.ts';
import type { DeedRecord, TagRecords } from './case.schema.ts';

export function tagRecords({ tags }: TagsView): v.InferInput<typeof TagRecords> {
	return { tags: tags.map(({ id, name, colour, count }) => ({ id, name, colour, count })) };
}

export function deedRecord(view: DeedView): v.InferInput<typeof DeedRecord> {
	const { deed, at, who, what, references, left, undone } = view;
	return {
		id: deed,
		at: at.toISOString(),
		who,
		did: what.did,
		changed: references,
		left,
		undone_by: undone?.deed ?? null
	};
}
