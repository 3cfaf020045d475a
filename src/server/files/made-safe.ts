import { pictures, type FileKind } from '#shared/file-kinds';
import { remake, type Box, type PictureKind } from './image.ts';
import { checkOffice } from './office.ts';
import { checkPdf } from './pdf.ts';
import { checkRecording } from './recording.ts';

/** The bytes that we keep of a file of this kind: looked through, or made anew. */
export async function madeSafe(
	kind: FileKind,
	place: string,
	size: number,
	wanted: { fit?: Box; into?: PictureKind } = {}
): Promise<{ place: string; size: number; kind: FileKind; picture?: Box }> {
	if (isPicture(kind)) return remake(kind, place, wanted);
	if (office.has(kind)) await checkOffice(place, size);
	if (kind === 'pdf') await checkPdf(place, size);
	if (boxed.has(kind)) await checkRecording(place, size);
	return { place, size, kind };
}

const office = new Set<FileKind>(['docx', 'odt', 'xlsx', 'ods']);
const boxed = new Set<FileKind>(['mp4', 'm4a', 'mov', '3gp']);

function isPicture(kind: FileKind): kind is PictureKind {
	return (pictures as readonly FileKind[]).includes(kind);
}
