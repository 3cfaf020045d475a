import { administrator, staff } from '#server/use-case';
import type { Actor } from '#shared/actor';
import { templatesForAdministrators } from './templates.ts';

/** Host staff; of letters about the accounts of staff, administrators. */
export function staffOfTheLetter(actor: Actor, { template }: { template: string }): boolean {
	return staff(actor) && !closedTo(actor).includes(template);
}

/** The templates of which somebody may see no letter, in no list and no count. */
export function closedTo(actor: Actor): string[] {
	return administrator(actor) ? [] : templatesForAdministrators();
}
