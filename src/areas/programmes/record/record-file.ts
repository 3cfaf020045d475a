import { csvOf } from '#shared/csv';
import * as m from '#words';
import { recordSaid } from './record-words.ts';
import type { RecordView } from './server/record.ts';

/** The decision record as a table, its instants as they are kept (UTC). */
export function recordCsv({ lines }: RecordView): string {
	const head = [m.record_when(), m.record_who(), m.record_what(), m.record_of()];
	const rows = lines.map(({ at, name, person, who, reference, taken }) => [
		at.toISOString(),
		person ? (who ?? m.desk_someone()) : m.record_by_itself(),
		recordSaid({ name, taken }).join('\n'),
		reference ?? ''
	]);
	return csvOf([head, ...rows]);
}
