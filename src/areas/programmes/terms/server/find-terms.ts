import type { Context } from '#server/use-case';
import type { CallContent } from '../../call.schema.ts';
import { inForceAtOpening } from '../opening.ts';
import { termsOf, type Terms } from '../terms.ts';
import { listVersions, type VersionRow } from './terms.sql.ts';

/** The terms by which this call chooses: those of the version in force when it opened; before that, the latest. */
export async function findTerms(context: Pick<Context, 'db' | 'now'>, call: string): Promise<Terms> {
	const versions = await listVersions(context.db, call);
	const version = inForceAtOpening(versions, context.now) ?? versions.at(-1);
	return termsOf(version?.content ?? { selection: nothingSaid });
}

/** What was published when the call opened, and stands since; undefined while it has not opened. */
export async function termsThatStand(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	call: string
): Promise<VersionRow | undefined> {
	return inForceAtOpening(await listVersions(db, call), now);
}

const nothingSaid: CallContent['selection'] = { rule: '', criteria: [], rules: [], ties: '', whoDecides: '' };
