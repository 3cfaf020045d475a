import { asThread } from '#server/apart';
import { makePack } from './make-pack.ts';

/* The thread of one pack: `making.ts` starts it. */
await asThread(({ pack }) => makePack(pack!));
