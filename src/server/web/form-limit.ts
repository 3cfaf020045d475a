import { MIMEType } from 'node:util';

/** BODY_SIZE_LIMIT: bytes of the largest form that is taken, but for pages that ask for recordings. */
export function formLimit(): number {
	const [, figures, unit = ''] = /^(\d+)([KMG]?)$/i.exec(process.env['BODY_SIZE_LIMIT'] ?? '12M') ?? [];
	const times = { '': 1, k: 1 << 10, m: 1 << 20, g: 1 << 30 }[unit.toLowerCase()] ?? 1;
	return figures === undefined ? 12 << 20 : Number(figures) * times;
}

/** No page of ours asks for as many; a hundred thousand fields of one letter each would fill the memory of a small machine. */
export const mostFields = 5_000;

/** The same request, whose body ends with a fault at its first byte too many, or its first field. */
export function within({ body, headers }: Request, limit: number): Response {
	const told = Number(headers.get('content-length') ?? 0);
	const type = headers.get('content-type') ?? '';
	const { fieldsIn, eased } = kindOf(type);
	let size = 0;
	let fields = 0;
	const counted = body?.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				size += chunk.length;
				fields += fieldsIn(chunk);
				if (told > limit || size > limit || fields > mostFields)
					controller.error(Object.assign(new Error('too large'), { status: 413 }));
				else controller.enqueue(eased(chunk));
			}
		})
	);
	return new Response(counted, { headers: { 'content-type': type } });
}

/** How many fields begin in a piece, known before anything is made of them; and the piece as it is easily read. */
type Kind = { fieldsIn: (piece: Uint8Array) => number; eased: (piece: Uint8Array) => Uint8Array };

/** Read as the web platform reads it: a boundary beside another type, or in another's quotation marks, means nothing. */
function kindOf(type: string): Kind {
	try {
		const { type: family, params } = new MIMEType(type);
		const boundary = family === 'multipart' ? params.get('boundary') : null;
		return boundary ? multipart(boundary) : urlencoded;
	} catch {
		return urlencoded;
	}
}

const [plus, space] = [0x2b, 0x20];

/**
 * A + stands for a space, and a space for itself: URLSearchParams makes a string of each word between two +, a hundred
 * bytes for every "a+", so that twelve megabytes of them need half a gigabyte.
 */
const urlencoded: Kind = {
	fieldsIn: (piece) => occurrences(piece, '&'),
	eased: (piece) => piece.map((byte) => (byte === plus ? space : byte))
};

/** A boundary never stands in what somebody writes; one that is cut in two by the line is not counted. */
function multipart(boundary: string): Kind {
	return { fieldsIn: (piece) => occurrences(piece, `--${boundary}`), eased: (piece) => piece };
}

function occurrences(piece: Uint8Array, mark: string): number {
	const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
	let count = 0;
	for (let at = bytes.indexOf(mark); at >= 0 && count <= mostFields; at = bytes.indexOf(mark, at + 1))
		count++;
	return count;
}
