import { closeRoom, showBoard } from '#areas/boards/server';
import type { Actor } from '#shared/actor';
import type { OwnWorld } from '../../small-world.ts';
import { aRoom, comesIn } from '../../rooms.ts';
import { Phone } from './phone.ts';

export type Workshop = { slug: string; board: number; asha: Actor; phones: Phone[] };

/** A board with an open room, and so many phones in it. */
export function aWorkshop(
	place: OwnWorld,
	people: number,
	server: (phone: number) => () => string
): Promise<Workshop> {
	return place.do(async (world) => {
		const now = new Date();
		const { code, ...at } = await aRoom(world, { template: 'free-lanes' }, now);
		const phones: Phone[] = [];
		while (phones.length < people) {
			const held = await comesIn(world, code, '', now);
			const address = `10.1.${Math.floor(phones.length / 250)}.${(phones.length % 250) + 1}`;
			phones.push(new Phone(server(phones.length), { ...held, address }));
		}
		return { ...at, phones };
	});
}

/** What stands on the board, by the id of each note. */
export async function kept(place: OwnWorld, { slug, board, asha }: Workshop): Promise<Map<string, string>> {
	const { notes } = await place.do((world) => showBoard.within(world.as(asha, new Date()), { slug, board }));
	return new Map(notes.map(({ id, text }) => [id, text]));
}

export async function ends(place: OwnWorld, { slug, board, asha, phones }: Workshop): Promise<void> {
	await Promise.all(phones.map((phone) => phone.drop()));
	await place.do((world) => closeRoom.within(world.as(asha, new Date()), { slug, board }));
}

/** Notes that the server said it has and that are not there, or there with other words. */
export function missing(phones: readonly Phone[], board: ReadonlyMap<string, string>): string[] {
	return phones.flatMap(({ acknowledged }) =>
		[...acknowledged].flatMap(([id, text]) => (board.get(id) === text ? [] : [text]))
	);
}

export function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
	return one.size === other.size && [...one].every(([id, text]) => other.get(id) === text);
}
