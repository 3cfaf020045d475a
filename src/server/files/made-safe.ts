import { pictures, type FileKind } from '#shared/file-kinds';
import { Problem } from '#shared/problem';
import { mustBeBare } from './bare.ts';
import { remake, type Box, type PictureKind } from './image.ts';
import { checkOffice } from './office.ts';
import { checkPdf } from './pdf.ts';
import { checkRecording } from './recording.ts';

type Wanted = { fit?: Box; into?: PictureKind; isMade?: boolean };

/** The bytes that we keep of a file of this kind: looked through, or made anew. */
export async function madeSafe(
	kind: FileKind,
	place: string,
	size: number,
	wanted: Wanted = {}
): Promise<{ place: string; size: number; kind: FileKind; picture?: Box }> {
	if (wanted.isMade) {
		if (kind !== 'jpeg' || !wanted.fit) throw new Problem('file-damaged');
		await mustBeBare(place, wanted.fit);
		return { place, size, kind };
	}
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
