import { AsyncLocalStorage } from 'node:async_hooks';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * How much one of many may ask of one process: `points` in so many seconds, counted in memory. The returned function
 * spends some, and says how many milliseconds are to be waited where none is left.
 */
export function limitOf(limit: { points: number; seconds: number }) {
	const limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
	return async function spend(whose: string, points = 1): Promise<number | undefined> {
		try {
			await ofNoRequest(() => limiter.consume(whose, points));
			return undefined;
		} catch (reason) {
			if (reason instanceof RateLimiterRes) return reason.msBeforeNext;
			throw reason;
		}
	};
}

/**
 * Each count ends by a timer, and a timer keeps what its maker knew: of a request made here, all of it until then. So
 * they are made as this module was, which knows of no request.
 */
const ofNoRequest = AsyncLocalStorage.snapshot();
