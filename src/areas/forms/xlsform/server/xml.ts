import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { Problem } from '#shared/problem';

export type Reader = {
	open?(name: string, attributes: Record<string, string>): void;
	text?(text: string): void;
	close?(name: string): void;
};

const step = 256 * 1024;
/** Office programs nest a dozen; more costs memory. */
const deepest = 60;

/**
 * Walks through XML piece by piece, letting others have their turn between. Entities of its own, and whatever else is
 * not well formed, make the file a damaged one; so nothing is fetched and nothing grows.
 */
export async function walk(bytes: Buffer, reader: Reader): Promise<void> {
	const parser = new SaxesParser({ position: false });
	parser.on('error', () => {
		throw new Problem('file-damaged');
	});
	let depth = 0;
	parser.on('opentag', ({ name, attributes }) => {
		depth += 1;
		if (depth > deepest) throw new Problem('file-damaged');
		reader.open?.(local(name), attributes as Record<string, string>);
	});
	parser.on('text', (text) => reader.text?.(text));
	parser.on('cdata', (text) => reader.text?.(text));
	parser.on('closetag', ({ name }) => {
		depth -= 1;
		reader.close?.(local(name));
	});
	const text = decoded(bytes);
	for (let at = 0; at < text.length; at += step) {
		if (at) await setImmediate();
		parser.write(text.slice(at, at + step));
	}
	parser.close();
}

function decoded(bytes: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new Problem('file-damaged');
	}
}

/** Some programs write `x:row` for `row`. */
function local(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

/** Signs that XML cannot hold stand as `_x000D_` in office documents (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
	return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

export function escaped(text: string): string {
	return text
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, (sign) => `_x${hex(sign)}_`)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

function hex(sign: string): string {
	return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
