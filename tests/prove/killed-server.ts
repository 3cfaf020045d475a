import { setTimeout as pause } from 'node:timers/promises';
import { OwnHouse, type Served } from './kill/own-house.ts';
import { play } from './kill/rounds.ts';
import { acknowledgedBy, lost, writers, writing } from './kill/writers.ts';
import { stop } from './placard.ts';

export const name =
	'the server is killed while people save: nothing acknowledged is lost, and it opens again';
export const rounds = { full: 50, sample: 3 };

/** Sometimes the machine goes, database and all; sometimes the server alone, and its database stays behind. */
export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const house = await OwnHouse.make();
	try {
		let served: Served = await house.serve();
		const all = await writers(house, () => served.address);
		let withDatabase = 0;
		const outcome = await play(rounds, seed, async (chance) => {
			const busy = writing(all);
			await pause(150 + chance.below(900));
			const everything = chance.below(2) === 0;
			const killed = stop(served.child, 'SIGKILL');
			if (everything) house.killDatabase({ all: true });
			await killed;
			withDatabase += Number(everything);
			await busy.stop();
			served = await house.serve();
			return lost(house, all);
		});
		return {
			...outcome,
			figures: { 'acknowledged writes': acknowledgedBy(all), 'database killed as well': withDatabase }
		};
	} finally {
		await house.end();
	}
}
