import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import { play } from './kill/rounds.ts';
import { ProvingGround, stop } from './placard.ts';
import type { Phone } from './room/phone.ts';
import { aWorkshop, ends, isSame, kept, missing, type Workshop } from './room/workshop.ts';

export const name =
	'a workshop on two servers, of which one is killed, while phones drop: nothing acknowledged is lost, and all see the same';
export const rounds = { full: 20, sample: 2 };

const people = 8;
const notes = 6;
const patience = 40_000;

/** In each round one of the two servers is killed in the middle of a workshop, and another takes its place. */
export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await ProvingGround.make();
	const env = { LOG_LEVEL: 'fatal', TRUST_PROXY: '1' };
	const figures = { 'acknowledged notes': 0, 'sent again': 0, 'lines dropped': 0, 'servers killed': 0 };
	try {
		const servers = [await ground.serve(env), await ground.serve(env)];
		const outcome = await play(rounds, seed, async (chance, round) => {
			const workshop = await aWorkshop(ground, people, (phone) => () => servers[phone % 2]!.address);
			const { phones } = workshop;
			for (const phone of phones) phone.connect();
			const writing = phones.map((phone, at) => writes(phone, `Round ${round}, phone ${at}`, chance));
			const dropping = drops(phones, chance);
			await pause(200 + chance.below(600));
			const killed = chance.below(2);
			await stop(servers[killed]!.child, 'SIGKILL');
			figures['servers killed']++;
			servers[killed] = await ground.serve(env);
			await Promise.all(writing);
			figures['lines dropped'] += await dropping;
			const wrong = await whatIsWrong(ground, workshop);
			for (const { acknowledged, failures } of phones) {
				figures['acknowledged notes'] += acknowledged.size;
				figures['sent again'] += failures;
			}
			await ends(ground, workshop);
			return wrong;
		});
		return { ...outcome, figures };
	} finally {
		await ground.end();
	}
}

async function writes(phone: Phone, who: string, chance: Chance): Promise<void> {
	for (let number = 0; number < notes; number++) {
		await pause(chance.below(400));
		await phone.write(`${who}, note ${number}`);
	}
}

/** Lines drop, some for longer, and come back. */
async function drops(phones: readonly Phone[], chance: Chance): Promise<number> {
	const dropped = phones.filter(() => chance.below(2) === 0);
	for (const phone of dropped) {
		await phone.drop();
		await pause(chance.below(300));
		phone.connect();
	}
	return dropped.length;
}

/** In the end each phone shows what the board has, each note once. */
async function whatIsWrong(ground: ProvingGround, workshop: Workshop): Promise<string[]> {
	const { phones } = workshop;
	const board = await kept(ground, workshop);
	const all = people * notes;
	const late = Date.now() + patience;
	while (Date.now() < late && !phones.every((phone) => isSame(phone.board, board))) await pause(100);
	const lost = missing(phones, board);
	const twice = board.size - new Set(board.values()).size;
	return [
		...(lost.length ? [`${lost.length} acknowledged notes are lost: ${lost[0]}`] : []),
		...(board.size === all ? [] : [`${board.size} notes are on the board, ${all} were written`]),
		...(twice ? [`${twice} notes are there twice`] : []),
		...phones.flatMap((phone, at) => {
			if (!isSame(phone.board, board))
				return [`phone ${at} shows ${phone.board.size} notes of ${board.size}`];
			return phone.twice ? [`phone ${at} put ${phone.twice} notes there twice`] : [];
		})
	];
}
