/** What a process holds after everything that nobody needs was thrown away, in megabytes. */
export type Held = { heap: number; outside: number };

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
			expression: 'JSON.stringify(process.memoryUsage())'
		})) as { result: { value: string } };
		const { heapUsed, external } = JSON.parse(result.value) as { heapUsed: number; external: number };
		return { heap: heapUsed / 2 ** 20, outside: external / 2 ** 20 };
	} finally {
		inspector.end();
	}
}

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
