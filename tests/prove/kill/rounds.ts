import { Chance } from '../chance.ts';

/** One attempt: what went wrong, in words; nothing when all is well. */
export type Round = (chance: Chance, round: number) => Promise<string[]>;

/** Runs each round with chances of its own, so that one can be tried again alone. */
export async function play(rounds: number, seed: number, round: Round) {
	let failed = 0;
	for (let number = 0; number < rounds; number++) {
		const wrong = await round(new Chance(seed + number), number).catch((error: unknown) => [String(error)]);
		if (wrong.length) failed++;
		for (const one of wrong) console.log(`  round ${number} (seed ${seed + number}): ${one}`);
	}
	return { passed: rounds - failed, failed, skipped: 0 };
}
