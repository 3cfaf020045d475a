import { secondPostgres } from '../test-server.ts';
import { openLetterBox } from '../letter-box.ts';
import { publishCalls } from '../lived-in/calls.ts';
import { letterEach } from './together/letter-each.ts';
import { doneOnce, oneDraft, oneLimit, oneSession } from './together/promises.ts';
import type { Pair } from './together/pair.ts';
import { play } from './kill/rounds.ts';
import { ProvingGround, stop } from './placard.ts';

export const name =
	'two servers on one database: one session, one count of tries, one draft; each job and each letter once';
export const rounds = { full: 10, sample: 1 };

/** The database is the machine's own where there is one: what DATABASE_URL is for. */
export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const binaries = secondPostgres();
	const ground = await ProvingGround.make(binaries ? { binaries } : {});
	const post = await openLetterBox();
	const env = { TRUST_PROXY: '1', SMTP_URL: post.url, MAIL_PER_MINUTE: '6000' };
	try {
		await ground.do((world) => publishCalls(world, new Date()));
		let served = [await ground.serve(env), await ground.serve(env)] as const;
		let letters = 0;
		const outcome = await play(rounds, seed, async (chance, round) => {
			const pair: Pair = {
				ground,
				servers: [served[0].address, served[1].address],
				letters: post.letters,
				round
			};
			const leaves = chance.below(2) === 0 ? served[chance.below(2)] : undefined;
			const wrong = [
				...(await oneSession(pair)),
				...(await oneDraft(pair)),
				...(await oneLimit(pair)),
				...(await letterEach(pair, () => leaves && stop(leaves.child))),
				...(await doneOnce(pair))
			];
			letters = post.letters.length;
			if (leaves) served = [served.find((one) => one !== leaves)!, await ground.serve(env)];
			return wrong;
		});
		return { ...outcome, figures: { PostgreSQL: binaries?.version ?? 18, letters } };
	} finally {
		await ground.end();
		await post.close();
	}
}
