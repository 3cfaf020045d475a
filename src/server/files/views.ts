import type { FileKind } from '#shared/file-kinds';
import type { FileRow } from './file.sql.ts';

/** What anybody who may have the file sees of it. Its hash is nobody's business: it would show who else has it. */
export type FileView = {
	id: string;
	name: string;
	kind: FileKind;
	size: number;
	storedAt: Date;
	href: string;
};

export function viewOf({ id, name, kind, size, storedAt }: FileRow): FileView {
	return { id, name, kind, size, storedAt, href: `/files/${id}/${encodeURIComponent(name)}` };
}
