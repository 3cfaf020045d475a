import { doApart } from '#server/apart';
import { errand } from '#server/use-case';

/** Asked for in the transaction of the press; it waits apart from what is quick. */
export const askToMakePack = errand(makePackApart, { long: true });

/** Three hundred pages are seconds of work, in the end much of it at once: in a thread nobody waits for it. */
function makePackApart({ pack }: Record<string, unknown>): Promise<void> {
	return doApart('src/areas/programmes/packs/server/pack-thread.ts', { pack: String(pack) });
}
