import { randomInt } from 'node:crypto';
import type { Db } from '#server/db';
import { addressOf } from '../campaign.ts';
import { isTaken } from './campaign.sql.ts';

/** No vowels, so that it spells nothing, and nothing that is taken for something else. */
const letters = '23456789bcdfghjkmnpqrstvwxyz';
const length = 6;

/**
 * The address of a campaign: its name, and what nobody can guess. Every campaign has that part, so that neither an
 * address nor whoever opens another of the same name learns that one is there.
 */
export async function newAddress(db: Db, name: string): Promise<string> {
	const address = `${addressOf(name)}-${drawn()}`;
	return (await isTaken(db, address)) ? newAddress(db, name) : address;
}

function drawn(): string {
	return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}
