import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drafts, type Applicant } from '../lived-in/applicants.ts';
import { publishCalls, slugs } from '../lived-in/calls.ts';
import type { Outcome } from '../../scripts/report.ts';
import { canBeApart, proveApart } from './full-disk/apart.ts';
import { reader, uploader, writer } from './full-disk/people.ts';
import type { Person } from './full-disk/person.ts';
import { SmallDisk } from './full-disk/small-disk.ts';
import { flood } from './full-disk/flood.ts';
import { OwnHouse } from './kill/own-house.ts';
import { play } from './kill/rounds.ts';
import { acknowledgedBy, everybodyWritesAgain, lost, writing } from './kill/writers.ts';

export const name =
	'the disk is full while people save and upload: they are told, and it goes on when there is room';
export const rounds = { full: 20, sample: 2 };

/** A database takes 60, its programs another 60 where no account may enter the checkout. */
const megabytes = 200;

type Proved = Outcome & { figures?: Record<string, number | string> };

export async function run(how: { rounds: number; seed: number }): Promise<Proved> {
	const disk = SmallDisk.mount(megabytes);
	if (!disk && canBeApart()) return proveApart<Proved>(import.meta.filename, how);
	if (!disk) {
		console.log('SKIP a full disk: none can be mounted here, neither as root nor in a namespace of our own.');
		return { passed: 0, failed: 0, skipped: 1 };
	}
	try {
		return await onSmallDisk(disk, how);
	} finally {
		disk.unmount();
	}
}

async function onSmallDisk(disk: SmallDisk, { rounds, seed }: { rounds: number; seed: number }) {
	const house = await OwnHouse.make(disk.folder);
	try {
		const { address, child } = await house.serve();
		const all = await people(house, address);
		const waits: number[] = [];
		let stopped = 0;
		const outcome = await play(rounds, seed, async (chance, round) => {
			const busy = writing(all);
			await pause(200 + chance.below(500));
			const before = house.postmaster();
			const wrong = await untilRefused(disk, house, all, round % 2 === 0, chance.below(1_500));
			disk.makeRoom();
			const madeRoom = performance.now();
			if (!(await everybodyWritesAgain(all))) wrong.push('after 30 s with room somebody still cannot write');
			waits.push(performance.now() - madeRoom);
			await busy.stop();
			stopped += Number(house.postmaster() !== before);
			if (child.exitCode !== null || child.signalCode) wrong.push('the server stopped');
			return [...wrong, ...(await lost(house, all)), ...whatIsLeft(house), ...complaintsOf(all)];
		});
		const figures = {
			'acknowledged writes': acknowledgedBy(all),
			'told that there is no room': refusalsOf(all, 507),
			'told that records are away': refusalsOf(all, 503),
			'PostgreSQL started again': stopped,
			'longest until everybody wrote again': `${(Math.max(...waits) / 1000).toFixed(1)} s`
		};
		return { ...outcome, figures };
	} finally {
		disk.makeRoom();
		await house.end();
	}
}

function refusalsOf(all: Person[], status: number): number {
	return all.reduce((sum, { refusals }) => sum + (refusals.get(status) ?? 0), 0);
}

async function people(house: OwnHouse, address: string): Promise<Person[]> {
	const applicants: Applicant[] = [];
	await house.furnish(() =>
		house.do(async (world) => {
			const now = new Date();
			await publishCalls(world, now);
			for (const name of ['Bran', 'Eira', 'Maren']) applicants.push(await drafts(world, now, name));
		})
	);
	const server = () => address;
	const [bran, eira, maren] = applicants as [Applicant, Applicant, Applicant];
	return [
		writer(server, bran),
		writer(server, eira),
		uploader(server, maren, path.join(house.data, 'files')),
		reader(server, `/programmes/${slugs.open}`, 'Marsh Street')
	];
}

/**
 * Files find no room at once. What people type finds some for long, in pages that are there; so every other time the
 * log of PostgreSQL is flooded too, until there is no room for the next piece of it and PostgreSQL gives up.
 */
async function untilRefused(
	disk: SmallDisk,
	house: OwnHouse,
	all: Person[],
	isFlooded: boolean,
	longer: number
): Promise<string[]> {
	const before = all.map(({ refused }) => refused);
	const water = isFlooded ? flood(house) : undefined;
	const mustBeRefused = isFlooded ? [0, 1, 2, 3] : [2];
	const isDone = () => mustBeRefused.every((index) => all[index]!.refused > before[index]!);
	let end = Date.now() + 20_000;
	for (let done = false; Date.now() < end; await pause(20)) {
		disk.fill();
		if (!done && isDone()) [done, end] = [true, Date.now() + longer];
	}
	await water?.stop();
	return isDone() ? [] : ['the disk was full, and nobody was refused'];
}

/** Nothing half received stays behind. */
function whatIsLeft({ data }: OwnHouse): string[] {
	const folder = path.join(data, 'files/incoming');
	const left = existsSync(folder) ? readdirSync(folder) : [];
	return left.length ? [`${left.length} files are still half received`] : [];
}

function complaintsOf(all: Person[]): string[] {
	return all.flatMap(({ complaints }) => {
		const found = [...complaints];
		complaints.clear();
		return found;
	});
}
