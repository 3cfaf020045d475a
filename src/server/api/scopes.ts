/** What a token may be used for. Whatever it says, a program can do no more than the person who made it. */
export const scopes = [
	'applications:read',
	'notes:read',
	'notes:write',
	'caseload:read',
	'caseload:write',
	'forms:read'
] as const;
export type Scope = (typeof scopes)[number];
