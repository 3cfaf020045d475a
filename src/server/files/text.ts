import { createReadStream } from 'node:fs';

/**
 * Is all of it writing? UTF-8; UTF-16 with its mark, as spreadsheets export it; or Windows-1252, which many still
 * do. No control characters but those that shape lines.
 */
export async function isText(place: string): Promise<boolean> {
	const encodings = ['utf-8', 'utf-16', 'windows-1252'] as const;
	for (const encoding of encodings) if (await reads(place, encoding)) return true;
	return false;
}

async function reads(place: string, encoding: 'utf-8' | 'utf-16' | 'windows-1252'): Promise<boolean> {
	let decoder: TextDecoder | undefined;
	try {
		for await (const chunk of createReadStream(place) as AsyncIterable<Buffer>) {
			decoder ??= decoderFor(encoding, chunk);
			if (!decoder || !isWriting(decoder.decode(chunk, { stream: true }))) return false;
		}
		return isWriting(decoder?.decode() ?? '');
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}

function decoderFor(encoding: 'utf-8' | 'utf-16' | 'windows-1252', start: Buffer): TextDecoder | undefined {
	if (encoding !== 'utf-16') return new TextDecoder(encoding, { fatal: true });
	if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
	if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
	return undefined;
}

/** WHATWG's windows-1252 maps its five empty places to C1 controls, so they are refused here as well. */
function isWriting(text: string): boolean {
	return !/[^\P{Cc}\t\n\f\r]/u.test(text);
}
