import { uploadsOf, type UploadView } from '#server/files';
import type { Context } from '#server/use-case';
import { ownerOf } from '../../server/expression-files.ts';
import type { Whole } from '../../server/whole.ts';

/** What is still on its way, for each question. */
export async function unfinishedOf(
	context: Context,
	whole: Pick<Whole, 'expression'>
): Promise<Map<string, UploadView[]>> {
	return Map.groupBy(await uploadsOf(context, ownerOf(whole)), ({ place }) => place);
}
