import type { Actor } from '#shared/actor';

/** An administrator who gave their second factor. */
export const administrator: Actor = {
	kind: 'person',
	id: '00000000-0000-4000-8000-0000000000ad',
	assurance: 2,
	roles: ['administrator']
};
