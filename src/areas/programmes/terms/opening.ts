/** A version of a call: from when people saw it, and when it said that the call opens. */
export type InForce = { publishedAt: Date; opensAt: Date };

/**
 * The version that was in force when the call opened; undefined while it has not. A call opens once: the first time that
 * the opening instant of the version in force has come. Later versions may say other dates, and it has opened all the same.
 */
export function inForceAtOpening<Version extends InForce>(
	versions: readonly Version[],
	now: Date
): Version | undefined {
	return versions.find((version, at) => {
		const opened = Math.max(version.publishedAt.getTime(), version.opensAt.getTime());
		const replaced = versions[at + 1]?.publishedAt.getTime() ?? Infinity;
		return opened < replaced && opened <= now.getTime();
	});
}
