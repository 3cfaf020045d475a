import { asThread } from '#server/apart';
import { solve } from './solve.ts';

/* The thread of one solving: `making.ts` starts it. */
await asThread(({ solving }) => solve(solving!));
