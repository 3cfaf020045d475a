import { fileKinds } from '#shared/file-kinds';
import { contentDisposition } from './name.ts';
import type { OpenFile } from './read-file.ts';
import type { Range } from './store.ts';

/** The file as an attachment, whole or the part asked for (RFC 9110 §14). It runs nowhere and is kept by no cache. */
export async function fileResponse(file: OpenFile, request: Request): Promise<Response> {
	const headers = headersOf(file);
	const range = rangeOf(request, file);
	if (range === 'outside') {
		headers.set('content-range', `bytes */${file.size}`);
		return new Response(null, { status: 416, headers });
	}
	headers.set('content-length', String(range ? range.end - range.start + 1 : file.size));
	if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
	const body = request.method === 'HEAD' ? null : await file.read(range);
	return new Response(body, { status: range ? 206 : 200, headers });
}

function headersOf({ id, name, kind }: OpenFile): Headers {
	return new Headers({
		'content-type': fileKinds[kind].mime,
		'content-disposition': contentDisposition(name),
		'content-security-policy': "sandbox; default-src 'none'",
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
		'x-robots-tag': 'noindex',
		'cache-control': 'private, no-store',
		'accept-ranges': 'bytes',
		etag: `"${id}"`
	});
}

/** One range only; several, or one that we cannot read, are answered with the whole. */
function rangeOf(request: Request, { id, size }: OpenFile): Range | 'outside' | undefined {
	const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.get('range') ?? '');
	const condition = request.headers.get('if-range');
	if (!asked || (condition !== null && condition !== `"${id}"`)) return undefined;
	const [, first, last] = asked as unknown as [string, string, string];
	if (first === '' && last === '') return undefined;
	if (first === '')
		return last === '0' ? undefined : { start: Math.max(0, size - Number(last)), end: size - 1 };
	if (last !== '' && Number(last) < Number(first)) return undefined;
	if (Number(first) >= size) return 'outside';
	return { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
