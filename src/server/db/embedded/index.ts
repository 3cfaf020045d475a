import { setTimeout as pause } from 'node:timers/promises';
import { bundledBinaries, type Binaries } from './binaries.ts';
import { createIfMissing } from './create.ts';
import { attach, type Keeper } from './keeper.ts';
import { placeOf, type Place } from './place.ts';
import { explainFolder } from './explain.ts';

export type { Binaries } from './binaries.ts';

/** A PostgreSQL of our own, in a folder of ours, reached by a socket that only its account can open. */
export type Embedded = {
	/** For DATABASE_URL: the socket's folder stands percent-encoded in the host's place. */
	readonly url: string;
	/** Started by this process, or found running. */
	readonly started: boolean;
	/** Leaves the database; the last process to leave stops it. */
	stop(): Promise<void>;
};

type Say = (line: string) => void;
export type EmbeddedOptions = { binaries?: Binaries; say?: Say };

/**
 * Starts the database under `folder`, or joins it when another process has. It is kept running: should it die, whoever
 * is left starts it again, and it recovers what was acknowledged from its own log.
 */
export async function embeddedPostgres(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
	const { say = toStandardError } = options;
	const place = prepare(folder, options.binaries ?? bundledBinaries(), say);
	const first = await attach(place);
	const { stop } = keepRunning(place, first, say);
	return { url: addressOf(first), started: first.started, stop };
}

const toStandardError: Say = (line) => void process.stderr.write(`${line}\n`);

/** Only here is a database created: one that vanishes later is reported, never replaced by an empty one. */
function prepare(folder: string, binaries: Binaries, say: Say): Place {
	try {
		const place = placeOf(folder, binaries, say);
		createIfMissing(place);
		return place;
	} catch (error) {
		throw explainFolder(error, folder);
	}
}

function addressOf({ socketFolder }: Keeper): string {
	return `postgres://placard@${encodeURIComponent(socketFolder)}/placard`;
}

function keepRunning(place: Place, first: Keeper, say: Say) {
	let keeper = first;
	let stopping = false;
	async function watch(): Promise<void> {
		await keeper.lost;
		if (stopping) return;
		say('PostgreSQL stopped by itself; starting it again.');
		const next = await again(place, () => stopping, say);
		if (!next) return;
		keeper = next;
		return stopping ? keeper.leave() : watch();
	}
	const watching = watch();
	async function stop(): Promise<void> {
		stopping = true;
		await keeper.leave();
		await watching;
	}
	return { stop };
}

/** A full disk may have room again, so there is no last attempt. */
async function again(place: Place, isEnough: () => boolean, say: Say): Promise<Keeper | undefined> {
	for (let wait = 250; !isEnough(); wait = Math.min(wait * 2, 5_000)) {
		try {
			return await attach(place);
		} catch (error) {
			say((error as Error).message);
			await pause(wait);
		}
	}
	return undefined;
}
