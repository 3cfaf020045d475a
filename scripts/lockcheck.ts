import { readFileSync } from 'node:fs';

type Lock = {
	packages: Record<
		string,
		{ version?: string; optionalDependencies?: Record<string, string>; extraneous?: true }
	>;
};

/** What makes some npm refuse `npm ci` while the one at hand is silent. */
export function faultsOfLock(file = 'package-lock.json'): string[] {
	const { packages } = JSON.parse(readFileSync(file, 'utf8')) as Lock;
	return [...missing(packages), ...superfluous(packages)];
}

/** npm 10 installs what no package asks for, for every platform at once, and fails over the first strange one. */
function superfluous(packages: Lock['packages']): string[] {
	return Object.keys(packages)
		.filter((place) => packages[place]!.extraneous)
		.map(
			(place) =>
				`nothing needs ${place}: two packages ask for different versions of it, see overrides in package.json`
		);
}

/** Optional platform packages that are named but not held: npm 11 and 12 refuse. */
function missing(packages: Lock['packages']): string[] {
	return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
			.map((name) => `${place || 'placard'} needs ${name}`)
	);
}
