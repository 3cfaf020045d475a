import type { BrowserContext, Request } from 'playwright-core';

/** Waits so many seconds and no longer: a browser may leave some questions without an answer for ever. */
export async function inTime<T>(what: string, doing: Promise<T>, seconds = 15): Promise<T> {
	return before(seconds, doing, () => `${what} did not end within ${seconds} seconds`);
}

/** The same once more, when the first time took too long: what hangs is the browser's, what comes twice is ours. */
export async function inTimeOrAgain<T>(what: string, begin: () => Promise<T>, seconds = 60): Promise<T> {
	try {
		return await inTime(what, begin(), seconds);
	} catch (error) {
		if (!(error instanceof TooLong)) throw error;
		console.warn(`${error.message}; tried once more`);
		return inTime(`${what}, the second time,`, begin(), seconds);
	}
}

class TooLong extends Error {}

async function before<T>(seconds: number, doing: Promise<T>, sentence: () => string): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const over = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new TooLong(sentence())), seconds * 1000);
	});
	try {
		return await Promise.race([doing, over]);
	} finally {
		clearTimeout(timer);
	}
}

/** Where a journey stands, so that one that stops says where instead of that it took too long. */
export class Trail {
	#looked = 'nothing yet';
	#context: BrowserContext;
	#unanswered = new Set<string>();

	constructor(context: BrowserContext) {
		this.#context = context;
		const answered = (request: Request) => this.#unanswered.delete(said(request));
		context.on('request', (request) => this.#unanswered.add(said(request)));
		context.on('requestfinished', answered);
		context.on('requestfailed', answered);
	}

	looksAt(name: string): void {
		this.#looked = name;
	}

	walk(walking: Promise<void>, seconds: number): Promise<void> {
		return before(seconds, walking, () => `After ${seconds} seconds it still stands ${this.#here()}`);
	}

	#here(): string {
		const pages = this.#context.pages().map((page) => page.url());
		const waits = [...this.#unanswered].join(', ') || 'none';
		return `at ${pages.join(', ') || 'no page'}; looked at last: ${this.#looked}; requests without answer: ${waits}`;
	}
}

function said(request: Request): string {
	return `${request.method()} ${request.url()}`;
}
