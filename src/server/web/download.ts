/** A file to keep, under its own name, shown by no browser as a page. */
export function download(body: string | Uint8Array<ArrayBuffer>, name: string, type: string): Response {
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
			'cache-control': 'private, no-store'
		}
	});
}
