import type { OwnWorld } from './small-world.ts';
import type { Route } from './surfaces/routes.ts';

/** A Placard in which there is something to see, and who may see it. */
export type Places = {
	/** The ways to fill the places of a route's address. None known: an error, so that no new route is forgotten. */
	placesOf: (route: Route) => Record<string, string>[];
	/** The cookie of each viewer; '' for a visitor. */
	cookies: Record<string, string>;
};

export async function livedIn(_world: OwnWorld): Promise<Places> {
	return Promise.resolve({
		placesOf: (route) => [Object.fromEntries(route.params.map((name) => [name, 'x']))],
		cookies: { visitor: '' }
	});
}
