import { open, type FileHandle } from 'node:fs/promises';
import type { FileKind } from '#shared/file-kinds';
import { Problem } from '#shared/problem';
import { readDirectory, unpack, type Entry } from './zip.ts';

/** Which office document a zip file is: by its content types (ECMA-376 part 2) or its first entry (ODF 1.3 part 2 §3.3). */
export async function officeKindOf(file: FileHandle, size: number): Promise<FileKind | undefined> {
	const entries = await readDirectory(file, size);
	const types = entries.find((entry) => entry.name === '[Content_Types].xml');
	if (types)
		return microsoftKind(
			await words(file, types),
			entries.map(({ name }) => name)
		);
	const first = entries.find((entry) => entry.at === 0);
	return first?.name === 'mimetype' ? openDocumentKind(await words(file, first)) : undefined;
}

/** No entry that says what the rest is needs a megabyte. */
async function words(file: FileHandle, entry: Entry): Promise<string> {
	if (entry.unpacked > 1 << 20) throw new Problem('file-unpacks-too-large');
	return (await unpack(file, entry, true)).toString('utf8');
}

function microsoftKind(types: string, names: readonly string[]): FileKind | undefined {
	if (declaresMacros(types, names)) throw new Problem('file-macro');
	if (types.includes('wordprocessingml.document.main+xml')) return 'docx';
	return types.includes('spreadsheetml.sheet.main+xml') ? 'xlsx' : undefined;
}

/** Some programs declare a kind for every ending that there could be; only of a part that is there it means something. */
export function declaresMacros(types: string, names: readonly string[]): boolean {
	const declared = types.match(/<(Override|Default)\b[^>]*(macroEnabled|vbaProject)[^>]*>/gi) ?? [];
	return declared.some((element) => {
		const ending = /^<Default\b.*\bExtension\s*=\s*["']([^"']*)["']/is.exec(element)?.[1];
		return (
			ending === undefined || names.some((name) => name.toLowerCase().endsWith(`.${ending.toLowerCase()}`))
		);
	});
}

function openDocumentKind(mimetype: string): FileKind | undefined {
	const kinds: Record<string, FileKind> = {
		'application/vnd.oasis.opendocument.text': 'odt',
		'application/vnd.oasis.opendocument.spreadsheet': 'ods'
	};
	return kinds[mimetype.trim()];
}

/** Programs inside, archives inside, ways out of the folder, and more than it says: refused. */
export async function checkOffice(place: string, size: number): Promise<void> {
	const file = await open(place, 'r');
	try {
		const entries = await readDirectory(file, size);
		for (const { name } of entries) mustBeHarmless(name);
		for (const entry of entries) await unpack(file, entry, false);
	} finally {
		await file.close();
	}
}

const macros =
	/(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/|Basic\/|Scripts\/)|\.(docm|xlsm|dotm|xltm|pptm)$/i;
const programs = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|sh|app|apk|iso|img)$/i;
const archives = /\.(zip|7z|rar|gz|bz2|xz|tar|cab|z)$/i;

export function mustBeHarmless(name: string): void {
	if (macros.test(name) || programs.test(name)) throw new Problem('file-macro');
	if (archives.test(name)) throw new Problem('file-unpacks-too-large');
	if (/^[/\\]|(^|[/\\])\.\.([/\\]|$)|^[a-z]:|\0/i.test(name)) throw new Problem('file-damaged');
}
