/**
 * What a process holds after everything that nobody needs was thrown away, in megabytes. `code`: what V8 compiled, which
 * grows for an hour or so while it finds out what is used often, and is none of the program's own.
 */
export type Held = { heap: number; code: number; outside: number };

/** Has Node open its inspector, which is how we ask from outside: the program has no door for this. */
export const inspected = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** `logged`: what the process wrote to its standard error, where Node tells the address. */
export async function heldAfterCollecting(logged: string): Promise<Held> {
	const at = /ws:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]+/.exec(logged)?.[0];
	if (!at) throw new Error('The server does not say where its inspector is');
	const inspector = await Inspector.at(at);
	try {
		// Twice: what a finaliser lets go of is found the second time.
		for (let time = 0; time < 2; time++) await inspector.ask('HeapProfiler.collectGarbage');
		const { result } = (await inspector.ask('Runtime.evaluate', {
			expression:
				"JSON.stringify({ ...process.memoryUsage(), spaces: process.getBuiltinModule('node:v8').getHeapSpaceStatistics() })"
		})) as { result: { value: string } };
		const { heapUsed, external, spaces } = JSON.parse(result.value) as Said;
		const code = spaces
			.filter(({ space_name }) => /code|trusted/.test(space_name))
			.reduce((sum, { space_used_size }) => sum + space_used_size, 0);
		return { heap: (heapUsed - code) / 2 ** 20, code: code / 2 ** 20, outside: external / 2 ** 20 };
	} finally {
		inspector.end();
	}
}

type Said = {
	heapUsed: number;
	external: number;
	spaces: { space_name: string; space_used_size: number }[];
};

class Inspector {
	readonly #socket: WebSocket;
	#last = 0;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
	}

	static async at(address: string): Promise<Inspector> {
		const socket = new WebSocket(address);
		await new Promise<void>((resolve, reject) => {
			socket.onopen = () => resolve();
			socket.onerror = () => reject(new Error('The inspector does not answer'));
		});
		return new Inspector(socket);
	}

	ask(method: string, params: object = {}): Promise<unknown> {
		const id = ++this.#last;
		return new Promise((resolve) => {
			this.#socket.addEventListener('message', function heard({ data }) {
				const said = JSON.parse(String(data)) as { id?: number; result: unknown };
				if (said.id !== id) return;
				this.removeEventListener('message', heard);
				resolve(said.result);
			});
			this.#socket.send(JSON.stringify({ id, method, params }));
		});
	}

	end(): void {
		this.#socket.close();
	}
}
