import { OwnHouse } from '../tests/prove/kill/own-house.ts';
import { ProvingGround } from '../tests/prove/placard.ts';
import { secondPostgres } from '../tests/test-server.ts';
import { drafts, openCall, type Applicant } from './world.ts';

/** A server, its database, and people who have begun to apply. */
export type Stage = { name: string; url: string; address: string; pid: number; applicants: Applicant[] };

/** As `npm start` makes it: the server keeps a PostgreSQL of its own. */
export async function onOurOwn<T>(people: number, work: (stage: Stage) => Promise<T>): Promise<T> {
	const house = await OwnHouse.make();
	try {
		const { address, child } = await house.serve();
		let applicants: Applicant[] = [];
		await house.furnish(async () => void (applicants = await prepared(house, people)));
		return await work({ name: 'embedded 18', url: house.url, address, pid: child.pid!, applicants });
	} finally {
		await house.end();
	}
}

/** The machine's own, by DATABASE_URL; nothing where there is none. */
export async function onAnother<T>(
	people: number,
	work: (stage: Stage) => Promise<T>
): Promise<T | undefined> {
	const binaries = secondPostgres();
	if (!binaries) return undefined;
	const ground = await ProvingGround.make({ binaries });
	try {
		const applicants = await prepared(ground, people);
		const { address, child } = await ground.serve({ TRUST_PROXY: '1' });
		const name = `external ${binaries.version}`;
		return await work({ name, url: ground.url, address, pid: child.pid!, applicants });
	} finally {
		await ground.end();
	}
}

async function prepared(place: OwnHouse | ProvingGround, people: number): Promise<Applicant[]> {
	const now = new Date();
	await openCall(place, now);
	return drafts(place, people, now);
}
