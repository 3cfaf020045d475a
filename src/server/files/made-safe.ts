import type { FileKind } from '#shared/file-kinds';
import { remake, type Box } from './image.ts';
import { checkOffice } from './office.ts';
import { checkPdf } from './pdf.ts';

/** The bytes that we keep of a file of this kind: looked through, or made anew. */
export async function madeSafe(
	kind: FileKind,
	place: string,
	size: number,
	fit?: Box
): Promise<{ place: string; size: number; picture?: Box }> {
	if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return remake(kind, place, fit);
	if (kind === 'docx' || kind === 'odt' || kind === 'xlsx' || kind === 'ods') await checkOffice(place, size);
	if (kind === 'pdf') await checkPdf(place, size);
	return { place, size };
}
