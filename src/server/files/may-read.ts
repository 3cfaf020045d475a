import type { Context } from '#server/use-case';
import type { Owner } from './file.sql.ts';

type MayRead = (context: Context, owner: Owner, file: string) => boolean | Promise<boolean>;

const rules = new Map<string, MayRead>();

/** Says who may have the files of such owners: the same rule by which the area shows the owner itself. */
export function mayRead(ownerKind: string, rule: MayRead): void {
	rules.set(ownerKind, rule);
}

/** Files of an owner that no area speaks for are nobody's to read. */
export async function mayReadFileOf(context: Context, owner: Owner, file: string): Promise<boolean> {
	return (await rules.get(owner.kind)?.(context, owner, file)) ?? false;
}
