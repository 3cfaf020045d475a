import type { ChildProcess } from 'node:child_process';
import { livedIn } from '../lived-in/index.ts';
import { placesIn, whatIsKnown } from '../lived-in/places.ts';
import { sendRaw, type Answer, type Raw } from '../surfaces/raw.ts';
import { builtRoutes } from '../surfaces/routes.ts';
import { Chance } from './chance.ts';
import { addresses } from './malformed/addresses.ts';
import { bodies } from './malformed/bodies.ts';
import { fields } from './malformed/fields.ts';
import { headers } from './malformed/headers.ts';
import { complaintAbout } from './malformed/judge.ts';
import type { Kinds } from './malformed/kind.ts';
import type { Target } from './malformed/target.ts';
import { targetsOf } from './malformed/targets.ts';
import { megabytes, ProvingGround } from './placard.ts';

export const name = 'malformed requests: no 500, no crash, a sentence each';
export const rounds = { full: 2_000, sample: 150 };

const everywhere: Kinds = { ...addresses, ...headers, ...bodies };
/** The most that the server may ever hold while it is treated like this. */
const mostMegabytes = 700;
/** As on a small machine: on a large one V8 lets garbage lie, and that would be measured. */
const smallHeap = '--max-old-space-size=256';
const atOnce = 4;

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await ProvingGround.make();
	try {
		const { address, child, said } = await ground.serve({ TRUST_PROXY: '1', NODE_OPTIONS: smallHeap });
		const lived = await livedIn(ground);
		const placesOf = placesIn(await whatIsKnown(ground, lived));
		const targets = await targetsOf({ server: address, routes: builtRoutes(), placesOf, lived });
		const complaints = await tryAll(address, targets, { rounds, seed });
		if (!(await isWell(address)))
			complaints.push(`afterwards the server does not answer; ${lastWords(child, said)}`);
		if (/"msg":"bug"/.test(said.logged + said.printed))
			complaints.push(`the log tells of a bug: ${bugIn(said)}`);
		const most = child.exitCode === null ? megabytes(child.pid!, 'VmHWM') : Infinity;
		if (most > mostMegabytes) complaints.push(`the server held ${most} MB`);
		for (const complaint of complaints.slice(0, 40)) console.log(`  ${complaint}`);
		const answers = [...counts]
			.sort()
			.map(([kind, times]) => `${kind} ${times}`)
			.join(', ');
		const figures = { targets: targets.length, answers, 'most memory, MB': most };
		return {
			passed: rounds - Math.min(rounds, complaints.length),
			failed: complaints.length,
			skipped: 0,
			figures
		};
	} finally {
		await ground.end();
	}
}

async function tryAll(
	address: string,
	targets: Target[],
	{ rounds, seed }: { rounds: number; seed: number }
): Promise<string[]> {
	const complaints: string[] = [];
	let round = 0;
	const work = async () => {
		while (round < rounds) {
			const complaint = await tryOne(address, targets, seed, round++);
			if (complaint) complaints.push(complaint);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return complaints;
}

/** Round n goes to the n-th target, so that every one has its turn; chance chooses what is wrong. */
async function tryOne(
	address: string,
	targets: Target[],
	seed: number,
	round: number
): Promise<string | undefined> {
	const chance = new Chance(seed * 100_003 + round);
	const target = targets[(round * 7 + (seed % 7)) % targets.length]!;
	const kinds = Object.entries(target.method === 'POST' && chance.below(3) ? fields : everywhere);
	const [kind, make] = chance.one(kinds);
	const host = new URL(address).host;
	const raw = make(target, chance, host);
	const answer = await sendRaw(address, raw);
	count(answer);
	const complaint = mayBeSilent(raw, answer) ? undefined : complaintAbout(answer, host);
	return (
		complaint &&
		`round ${round}, ${target.method} ${target.route}, ${kind}: ${complaint}\n    ${firstLines(raw)}`
	);
}

/** How many answers of each kind there were: a proof in which everything is not found proves little. */
const counts = new Map<string, number>();
function count(answer: Answer | undefined): void {
	const kind = answer ? `${Math.floor(answer.status / 100)}xx` : 'none';
	counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

/** Who hangs up before the end need not be answered; a HEAD is answered without a word. */
function mayBeSilent(raw: Raw, answer: Answer | undefined): boolean {
	if (!answer) return raw.hangUp ?? false;
	return answer.status < 500 && firstLines(raw).startsWith('HEAD ');
}

function firstLines({ pieces }: Raw): string {
	return JSON.stringify(pieces[0]!.toString('latin1').slice(0, 300)).slice(1, -1);
}

async function isWell(address: string): Promise<boolean> {
	const answer = await fetch(`${address}/`).catch(() => undefined);
	return answer?.status === 200;
}

function lastWords(
	{ exitCode, signalCode }: ChildProcess,
	{ logged, printed }: { logged: string; printed: string }
): string {
	return `it ended with ${exitCode ?? signalCode ?? 'nothing, it runs'} after: ${(logged + printed).slice(-2_000)}`;
}

function bugIn({ logged, printed }: { logged: string; printed: string }): string {
	return (
		(logged + printed)
			.split('\n')
			.find((line) => line.includes('"msg":"bug"'))
			?.slice(0, 600) ?? ''
	);
}
