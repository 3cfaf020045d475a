import { log } from '#server/log';
import type { UseCase } from '#server/use-case';
import { visitor } from '#shared/actor';
import { Problem } from '#shared/problem';

type Known<O> = { answer?: O; askedAt: number; asking?: Promise<void> };
type How<O> = {
	/** Milliseconds for which an answer is as good as new. */
	fresh: number;
	/** Milliseconds that a page waits for a newer one before it takes the last known. */
	patience: number;
	/** As long as nothing is known. */
	otherwise: O;
};

/**
 * What every page needs to know and anyone may: asked seldom, kept in memory, and never the reason why a page fails.
 * When our records are away it is as it was last known.
 */
export function remembered<I, O>(useCase: UseCase<I, O>, { fresh, patience, otherwise }: How<O>) {
	const all = new Map<string, Known<O>>();

	async function get(input: I): Promise<O> {
		const known = knownOf(JSON.stringify(input));
		if (Date.now() - known.askedAt > fresh) {
			known.asking ??= ask(known, input);
			await Promise.race([known.asking, pause(patience)]);
		}
		return known.answer ?? otherwise;
	}

	function knownOf(key: string): Known<O> {
		const known = all.get(key) ?? { askedAt: -Infinity };
		all.set(key, known);
		return known;
	}

	async function ask(known: Known<O>, input: I): Promise<void> {
		try {
			known.answer = await useCase(visitor, input);
		} catch (error) {
			if (!(error instanceof Problem)) log.error({ err: error, useCase: useCase.name }, 'bug');
		}
		known.askedAt = Date.now();
		delete known.asking;
	}

	/** After a change of one's own: the next page asks anew. */
	return { get, forget: () => all.clear() };
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}
