import { readFileSync } from 'node:fs';

type Lock = { packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }> };

/**
 * Optional platform packages that the lockfile names but does not hold: npm 11 and 12 refuse `npm ci` over them,
 * on every machine, while npm 10 is silent.
 */
export function missingFromLock(file = 'package-lock.json'): string[] {
	const { packages } = JSON.parse(readFileSync(file, 'utf8')) as Lock;
	return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
			.map((name) => `${place || 'placard'} needs ${name}`)
	);
}
