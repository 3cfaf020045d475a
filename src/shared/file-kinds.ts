/** The kinds of file that Placard takes, with the names by which people know them. Anything else is refused. */
export const fileKinds = {
	pdf: { mime: 'application/pdf', extensions: ['pdf'] },
	docx: {
		mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		extensions: ['docx']
	},
	odt: { mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
	xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
	ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
	csv: { mime: 'text/csv', extensions: ['csv', 'tsv'] },
	txt: { mime: 'text/plain', extensions: ['txt', 'text', 'md'] },
	jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
	png: { mime: 'image/png', extensions: ['png'] },
	webp: { mime: 'image/webp', extensions: ['webp'] },
	mp3: { mime: 'audio/mpeg', extensions: ['mp3'] },
	m4a: { mime: 'audio/mp4', extensions: ['m4a'] },
	ogg: { mime: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'] },
	wav: { mime: 'audio/wav', extensions: ['wav'] },
	mp4: { mime: 'video/mp4', extensions: ['mp4', 'm4v'] },
	mov: { mime: 'video/quicktime', extensions: ['mov'] },
	'3gp': { mime: 'video/3gpp', extensions: ['3gp'] },
	webm: { mime: 'video/webm', extensions: ['webm'] }
} as const satisfies Record<string, { mime: string; extensions: readonly string[] }>;

export type FileKind = keyof typeof fileKinds;

export const documents = ['pdf', 'docx', 'odt', 'txt'] as const satisfies FileKind[];
export const sheets = ['xlsx', 'ods', 'csv'] as const satisfies FileKind[];
export const pictures = ['jpeg', 'png', 'webp'] as const satisfies FileKind[];
export const recordings = [
	'mp3',
	'm4a',
	'ogg',
	'wav',
	'mp4',
	'mov',
	'3gp',
	'webm'
] as const satisfies FileKind[];

export function isFileKind(word: string): word is FileKind {
	return Object.hasOwn(fileKinds, word);
}

/** For the `accept` of a file field: types and endings, since browsers differ in which they heed. */
export function acceptOf(kinds: readonly FileKind[]): string {
	return kinds
		.flatMap((kind) => [fileKinds[kind].mime, ...fileKinds[kind].extensions.map((ending) => `.${ending}`)])
		.join(',');
}

/** "PDF, DOCX, JPG": short names, the same in every language. */
export function namesOf(kinds: readonly FileKind[]): string {
	return kinds.map((kind) => fileKinds[kind].extensions[0].toUpperCase()).join(', ');
}

/** The last ending of a name, in small letters: 'Plan.final.PDF' → 'pdf'. */
export function endingOf(name: string): string {
	return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
