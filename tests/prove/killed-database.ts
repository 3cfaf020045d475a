import { setTimeout as pause } from 'node:timers/promises';
import { OwnHouse } from './kill/own-house.ts';
import { play } from './kill/rounds.ts';
import { acknowledgedBy, everybodyWritesAgain, lost, writers, writing } from './kill/writers.ts';

export const name =
	'PostgreSQL is killed while people save: the server starts it again, and nothing acknowledged is lost';
export const rounds = { full: 50, sample: 3 };

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const house = await OwnHouse.make();
	try {
		const served = await house.serve();
		const all = await writers(house, () => served.address);
		const waits: number[] = [];
		const outcome = await play(rounds, seed, async (chance) => {
			const busy = writing(all);
			await pause(150 + chance.below(900));
			const before = house.postmaster();
			house.killDatabase({ all: chance.below(2) === 0 });
			const killed = performance.now();
			const isBack = await everybodyWritesAgain(all);
			waits.push(performance.now() - killed);
			await busy.stop();
			if (served.child.exitCode !== null || served.child.signalCode) return ['the server stopped as well'];
			if (!isBack) return ['after 30 s somebody still cannot write'];
			if (house.postmaster() === before) return ['it was not killed at all'];
			return lost(house, all);
		});
		const longest = `${(Math.max(...waits) / 1000).toFixed(1)} s`;
		return {
			...outcome,
			figures: { 'acknowledged writes': acknowledgedBy(all), 'longest until everybody wrote again': longest }
		};
	} finally {
		await house.end();
	}
}
