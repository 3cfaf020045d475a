/** BODY_SIZE_LIMIT: bytes of the largest form that is taken, but for pages that ask for recordings. */
export function formLimit(): number {
	const [, figures, unit = ''] = /^(\d+)([KMG]?)$/i.exec(process.env['BODY_SIZE_LIMIT'] ?? '12M') ?? [];
	const times = { '': 1, k: 1 << 10, m: 1 << 20, g: 1 << 30 }[unit.toLowerCase()] ?? 1;
	return figures === undefined ? 12 << 20 : Number(figures) * times;
}

/** The same request, whose body ends with a fault at its first byte too many. */
export function within({ body, headers }: Request, limit: number): Response {
	const told = Number(headers.get('content-length') ?? 0);
	let size = 0;
	const counted = body?.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				size += chunk.length;
				if (told > limit || size > limit)
					controller.error(Object.assign(new Error('too large'), { status: 413 }));
				else controller.enqueue(chunk);
			}
		})
	);
	return new Response(counted, { headers: { 'content-type': headers.get('content-type') ?? '' } });
}
