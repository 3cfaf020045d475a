import type { RequestEvent } from '@sveltejs/kit';
import type { Opened } from '#server/identity';
import type { UseCase } from '#server/use-case';
import { formAction } from './form-action.ts';
import { browserOf, keepSession, onwardFrom, sessionOf } from './session.ts';
import { tries } from './tries.ts';

/**
 * A form that gives or adds a second factor: the browser gets the raised session's token, and its owner goes on to
 * where they wanted to go. Tries are counted for the account.
 */
export function raisingAction<I, O extends Opened>(
	useCase: UseCase<I, O>,
	next: (opened: O, event: RequestEvent) => string = (_, event) => onwardFrom(event.url)
) {
	return formAction(
		useCase,
		(opened, event) => {
			keepSession(event, opened);
			return next(opened, event);
		},
		{
			shape: (fields, event) => ({ ...fields, ...sessionOf(event), ...browserOf(event), ...originOf(event) }),
			guard: tries('second-factor', (_, { locals }) =>
				locals.actor.kind === 'person' ? locals.actor.id : undefined
			)
		}
	);
}

/** Our own address, as the server that faces the network knows it (PUBLIC_URL): passkeys are bound to it. */
export function originOf({ url }: RequestEvent): { origin: string } {
	return { origin: url.origin };
}

/** After the first second factor come codes for paper, once. */
export function onwardByCodes({ codesLeft }: { codesLeft: number }, { url }: RequestEvent): string {
	const onward = onwardFrom(url);
	return codesLeft > 0 ? onward : `/account/recovery-codes?next=${encodeURIComponent(onward)}`;
}
