import type { FileKind } from '#shared/file-kinds';
import { remake } from './image.ts';
import { checkOffice } from './office.ts';
import { checkPdf } from './pdf.ts';

/** The bytes that we keep of a file of this kind: looked through, or made anew. */
export async function madeSafe(
	kind: FileKind,
	place: string,
	size: number
): Promise<{ place: string; size: number }> {
	if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return remake(kind, place);
	if (kind === 'docx' || kind === 'odt' || kind === 'xlsx' || kind === 'ods') await checkOffice(place, size);
	if (kind === 'pdf') await checkPdf(place, size);
	return { place, size };
}
