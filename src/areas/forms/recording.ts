import type { FileKind } from '#shared/file-kinds';

/** How somebody answers without writing. Each counts as much as text; a signed video needs no sound. */
export const media = ['audio', 'video', 'signed-video'] as const;
export type Medium = (typeof media)[number];

/** What browsers record as sound is WebM or MP4, like film. */
const sounds = ['mp3', 'm4a', 'ogg', 'wav', 'webm', 'mp4'] as const satisfies FileKind[];
const films = ['mp4', 'mov', '3gp', 'webm'] as const satisfies FileKind[];

/** The kinds of file in which such recordings come. */
export function kindsFor(asked: readonly Medium[]): FileKind[] {
	const kinds = asked.flatMap((medium): readonly FileKind[] => (medium === 'audio' ? sounds : films));
	return [...new Set(kinds)];
}

/** By which player it is shown: by what its maker said it is, else by its bytes. A WebM may be either; as a film both are heard. */
export function playsAs({
	kind,
	medium
}: {
	kind: FileKind;
	medium?: Medium | undefined;
}): 'audio' | 'video' {
	if (medium) return medium === 'audio' ? 'audio' : 'video';
	return (films as readonly FileKind[]).includes(kind) ? 'video' : 'audio';
}
