import * as v from 'valibot';
import { useCase, type Context, type Rule } from '#server/use-case';
import { findFile, type FileRow } from './file.sql.ts';
import { mayReadFileOf } from './may-read.ts';
import { store, type Range } from './store.ts';
import { viewOf, type FileView } from './views.ts';

/** Whoever may see what the file belongs to, by the rule of the area that keeps it. */
const whoMaySeeItsOwner: Rule<{ mayRead: boolean }> = function whoMaySeeItsOwner(_, { mayRead }) {
	return mayRead;
};

export type OpenFile = FileView & { read: (range?: Range) => Promise<ReadableStream<Uint8Array>> };

/** One file, to be saved. A file that is not there and one that is not yours to have give the same answer. */
export const readFile = useCase('files.readFile', {
	input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
	on: findForReader,
	may: whoMaySeeItsOwner,
	run: (_, __, { file }): OpenFile => ({ ...viewOf(file), read: (range) => store().read(file.sha256, range) })
});

async function findForReader(
	context: Context,
	{ id }: { id: string }
): Promise<{ file: FileRow; mayRead: boolean } | undefined> {
	const file = await findFile(context.db, id);
	if (!file) return undefined;
	const owner = { kind: file.ownerKind, id: file.ownerId };
	return { file, mayRead: await mayReadFileOf(context, owner, id) };
}
