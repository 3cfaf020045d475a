import { setTimeout as pause } from 'node:timers/promises';
import type { OwnHouse } from '../kill/own-house.ts';

/** Writes into the log of PostgreSQL (its WAL) and nowhere else, as fast as it goes, whatever comes of it. */
export function flood(house: OwnHouse): { stop: () => Promise<void> } {
	let goingOn = true;
	const running = pour();
	async function pour(): Promise<void> {
		while (goingOn) {
			const sql = house.client();
			try {
				while (goingOn) await sql`select pg_logical_emit_message(true, 'flood', repeat('x', 200000))`;
			} catch {
				await pause(100);
			} finally {
				await sql.end({ timeout: 1 });
			}
		}
	}
	return {
		async stop() {
			goingOn = false;
			await running;
		}
	};
}
