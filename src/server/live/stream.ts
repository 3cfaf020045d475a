import { onStopping } from '#server/web/front';

/** What is said to one browser: an event of HTML's server-sent events, with where it stands (`id`). */
export type Said = { id: string; event: string; data: string };
type Say = (said: Said) => void;

/** After this long a stream ends, and the browser asks again: whether it still may is then asked again as well. */
const longest = 75_000;
/** Proxies close what says nothing. */
const sign = 20_000;
/** So many at once for one process; others ask again later. */
const most = 2_000;
const open = new Set<() => void>();

onStopping(async () => open.forEach((end) => end()));

/**
 * A stream of server-sent events (WHATWG HTML §9.2). `begin` gets the way to say and the way to end, and returns what
 * is to be done when the browser is gone.
 */
export function stream(begin: (say: Say, end: () => void) => () => void): Response {
	if (open.size >= most) return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
	let end = () => {};
	const body = new ReadableStream<Uint8Array>({
		start: (controller) => (end = opened(controller, begin)),
		cancel: () => end()
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'private, no-store, no-transform',
			'x-accel-buffering': 'no'
		}
	});
}

function opened(
	controller: ReadableStreamDefaultController<Uint8Array>,
	begin: (say: Say, end: () => void) => () => void
): () => void {
	const write = (text: string) => {
		// A phone that takes nothing in any more is let go: it comes back, and catches up.
		if ((controller.desiredSize ?? 0) < -200) return end();
		controller.enqueue(encoder.encode(text));
	};
	let isOver = false;
	let gone = () => {};
	const signs = setInterval(() => write(': here\n\n'), sign);
	const limit = setTimeout(() => end(), longest * (0.8 + 0.4 * Math.random()));
	const end = () => {
		if (isOver) return;
		isOver = true;
		clearInterval(signs);
		clearTimeout(limit);
		open.delete(end);
		gone();
		// Closed already where it is the browser that went.
		try {
			controller.close();
		} catch {}
	};
	open.add(end);
	write('retry: 1000\n\n');
	gone = begin((said) => !isOver && write(asEvent(said)), end);
	return end;
}

const encoder = new TextEncoder();

function asEvent({ id, event, data }: Said): string {
	const lines = data.split('\n').map((line) => `data: ${line}\n`);
	return `id: ${id}\nevent: ${event}\n${lines.join('')}\n`;
}
