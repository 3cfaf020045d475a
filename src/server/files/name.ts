import { endingOf, fileKinds, type FileKind } from '#shared/file-kinds';

/**
 * A name that is harmless wherever it is saved: one part of a path, no control or direction characters, no words that
 * Windows keeps for devices, and the ending of what the file really is.
 */
export function safeName(given: string, kind: FileKind): string {
	const { extensions } = fileKinds[kind];
	const whole = tidy(given.slice(-1000).split(/[/\\]/).at(-1) ?? '');
	const ending = endingOf(whole);
	const stem = (ending ? whole.slice(0, -ending.length - 1) : whole).replace(/^[.\s]+|[.\s]+$/g, '');
	const right = (extensions as readonly string[]).includes(ending) ? ending : extensions[0];
	return `${notADevice(shortened(stem) || 'file')}.${right}`;
}

function tidy(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Most disks take 255 bytes; 150 leaves room for whoever adds to it. A letter is not cut in two. */
function shortened(stem: string): string {
	const bytes = Buffer.from(stem);
	if (bytes.length <= 150) return stem;
	return bytes
		.subarray(0, 150)
		.toString('utf8')
		.replace(/\ufffd+$/, '')
		.trim();
}

function notADevice(stem: string): string {
	return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem.split('.')[0]!) ? `_${stem}` : stem;
}

/** RFC 6266 and 5987: a plain name for old readers, the whole one for the rest. Always saved, never shown in place. */
export function contentDisposition(name: string): string {
	const plain = name
		.normalize('NFKD')
		.replace(/[^\x20-\x7e]/g, '')
		.replace(/["\\%;]/g, '_');
	const whole = encodeURIComponent(name).replace(
		/['()*]/g,
		(c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain.trim() || 'file'}"; filename*=UTF-8''${whole}`;
}
