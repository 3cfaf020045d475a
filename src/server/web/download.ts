import { AsyncLocalStorage } from 'node:async_hooks';

/** A file to keep, under its own name, shown by no browser as a page. */
export function download(body: string | Uint8Array<ArrayBuffer>, name: string, type: string): Response {
	return new Response(body, { headers: headersOf(name, type) });
}

/** The same, made part by part as the reader takes them, so that a long file fills no memory. */
export function downloadParts(
	parts: AsyncIterator<string | Uint8Array>,
	name: string,
	type: string
): Response {
	const encoder = new TextEncoder();
	/** Each part is asked for after the request was answered, and still speaks its language. */
	const asAsked = AsyncLocalStorage.snapshot();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { done, value } = await asAsked(() => parts.next());
			if (done) controller.close();
			else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
		},
		async cancel() {
			await parts.return?.();
		}
	});
	return new Response(body, { headers: headersOf(name, type) });
}

function headersOf(name: string, type: string) {
	return {
		'content-type': type,
		'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
		'cache-control': 'private, no-store'
	};
}
