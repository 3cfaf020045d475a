import type { Delivery } from '../../letters.ts';
import type { ProvingGround } from '../placard.ts';

/** Two servers on one database, and the letters that either has sent. */
export type Pair = {
	ground: ProvingGround;
	servers: readonly [string, string];
	letters: Delivery[];
	/** So that each round has people of its own. */
	round: number;
};
