import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { OwnHouse, type Served } from './kill/own-house.ts';
import { play } from './kill/rounds.ts';
import { acknowledgedBy, lost, writers, writing } from './kill/writers.ts';
import { stop } from './placard.ts';

export const name = 'two servers on one data folder, and a back-up meanwhile: harmless, whichever goes first';
export const rounds = { full: 10, sample: 1 };

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const house = await OwnHouse.make();
	try {
		let pair: Served[] = await Promise.all([house.serve(), house.serve()]);
		const all = await writers(house, (index) => pair[index % 2]!.address);
		const outcome = await play(rounds, seed, async (chance, round) => {
			const busy = writing(all);
			const backup = backUp(house.data, `${house.data}-${round}.tar`);
			await pause(200 + chance.below(500));
			const leaving = chance.below(2);
			await stop(pair[leaving]!.child, chance.below(2) === 0 ? 'SIGKILL' : 'SIGTERM');
			const stays = pair[1 - leaving]!;
			pair = [stays, stays];
			await pause(300);
			await busy.stop();
			const wrong = await lost(house, all);
			if (stays.child.exitCode !== null) wrong.push('the other server stopped as well');
			if ((await backup) !== 0) wrong.push('the back-up failed');
			await stop(stays.child);
			if (house.postmaster()) wrong.push('the last to leave did not stop the database');
			pair = await Promise.all([house.serve(), house.serve()]);
			return [...wrong, ...(await lost(house, all))];
		});
		return { ...outcome, figures: { 'acknowledged writes': acknowledgedBy(all) } };
	} finally {
		await house.end();
	}
}

async function backUp(data: string, file: string): Promise<number> {
	const child = spawn(process.execPath, ['cli/placard.ts', 'backup', file, '--data', data], {
		env: { ...process.env, DATABASE_URL: '' },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const [code] = (await once(child, 'exit')) as [number];
	return code;
}
