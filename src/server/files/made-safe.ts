import { pictures, type FileKind } from '#shared/file-kinds';
import { remake, type Box } from './image.ts';
import { checkOffice } from './office.ts';
import { checkPdf } from './pdf.ts';
import { checkRecording } from './recording.ts';

/** The bytes that we keep of a file of this kind: looked through, or made anew. */
export async function madeSafe(
	kind: FileKind,
	place: string,
	size: number,
	fit?: Box
): Promise<{ place: string; size: number; picture?: Box }> {
	if (isPicture(kind)) return remake(kind, place, fit);
	if (office.has(kind)) await checkOffice(place, size);
	if (kind === 'pdf') await checkPdf(place, size);
	if (boxed.has(kind)) await checkRecording(place, size);
	return { place, size };
}

const office = new Set<FileKind>(['docx', 'odt', 'xlsx', 'ods']);
const boxed = new Set<FileKind>(['mp4', 'm4a', 'mov', '3gp']);

function isPicture(kind: FileKind): kind is (typeof pictures)[number] {
	return (pictures as readonly FileKind[]).includes(kind);
}
