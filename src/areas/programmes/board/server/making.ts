import { doApart } from '#server/apart';
import { errand } from '#server/use-case';

/** Asked for in the transaction of the press; it waits apart from what is quick. */
export const askToSolve = errand(solveApart, { long: true });

/** Seconds of work, sometimes minutes: in a thread nobody waits for it. */
function solveApart({ solving }: Record<string, unknown>): Promise<void> {
	return doApart('src/areas/programmes/board/server/solving-thread.ts', { solving: String(solving) });
}
